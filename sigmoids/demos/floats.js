import {
  axes,
  clamp,
  drag,
  element,
  format,
  frame,
  line,
  make,
  put,
  raised,
  scientific,
  shown,
} from "./kit.js";

/** Significant bits p, bits of the exponent, and the least exponent of a number with all p bits. */
export const FORMATS = {
  float16: { p: 11, w: 5, least: -14 },
  float32: { p: 24, w: 8, least: -126 },
  float64: { p: 53, w: 11, least: -1022 },
};

const BITS = 256;
const ONE = 1n << 256n;
const view = new DataView(new ArrayBuffer(8));
let LN2 = 0n; // ln 2 = Σ 1/(k 2ᵏ), times 2²⁵⁶
for (let k = 1n; k < 256n; k++) LN2 += (ONE >> k) / k;

/** The exponent of the spacing of the floats around n·2⁻ˢ. */
const spacing = ([n, s], { p, least }) => Math.max(n.toString(2).length - 1 - s, least) - p + 1;

/** The float nearest to n·2⁻ˢ, for a BigInt n > 0 of more than p bits. */
function nearest([n, s], f) {
  const unit = spacing([n, s], f);
  const cut = BigInt(s + unit);
  const half = 1n << (cut - 1n);
  const rest = n & (2n * half - 1n);
  // The number e to a rational power is never halfway.
  const value = Number((n >> cut) + (rest > half ? 1n : 0n)) * 2 ** unit;
  return value < 2 ** (2 - f.least) ? value : Infinity;
}

/** e⁻ˣ for a double x ≥ 0, as [n, s] for n·2⁻ˢ, to 240 bits. */
function decay(x) {
  const fixed = BigInt(Math.floor(x * 2 ** BITS));
  const k = fixed / LN2 + 1n;
  const r = (k * LN2 - fixed) >> 8n;
  let sum = ONE;
  let term = ONE;
  for (let i = 1n; term; i++) {
    term = ((term * r) >> 256n) / i;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) >> 256n;
  return [sum, BITS + Number(k)];
}

/** eˣ, correctly rounded to the format. */
export function exp(x, f) {
  const [n, s] = decay(Math.abs(x));
  return nearest(x > 0 ? [(ONE << 256n) / n, 2 * BITS - s] : [n, s], f);
}

/** σ(x) as [n, s], to 240 bits. */
export function sigma(x) {
  const [n, s] = decay(Math.abs(x));
  const below = ONE + (n >> BigInt(s - BITS));
  return x < 0 ? [(n << 256n) / below, s] : [(ONE << 256n) / below, BITS];
}

/** A double as the nearest float of the format; halfway goes to the even one. */
export function round(v, { p, least }) {
  if (p === 53 || !Number.isFinite(v) || v === 0) return v;
  if (p === 24) return Math.fround(v);
  const unit = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(v))), least) - p + 1);
  const shift = 1.5 * 2 ** 52;
  const value = (v / unit + shift - shift) * unit; // beyond 2⁵² a double has no room for a fraction
  return Math.abs(value) < 2 ** (2 - least) ? value : Math.sign(v) * Infinity;
}

/** The bits of a float of the format as one BigInt. */
export function code(v, { p }) {
  if (Number.isNaN(v)) v = NaN; // ∞/∞ may have its sign bit set
  if (p === 53) {
    view.setFloat64(0, v);
    return view.getBigUint64(0);
  }
  if (p === 24) {
    view.setFloat32(0, v);
    return BigInt(view.getUint32(0));
  }
  if (Number.isNaN(v)) return 0x7e00n;
  const size = Math.abs(v);
  const e = size < 2 ** -14 ? -15 : Math.floor(Math.log2(size));
  const magnitude = e === -15 ? size * 2 ** 24 : (e + 14) * 1024 + size * 2 ** (10 - e);
  return BigInt(magnitude + (v < 0 ? 32768 : 0));
}

/** The float of the format with these bits. */
export function decode(bits, { p }) {
  if (p === 53) {
    view.setBigUint64(0, bits);
    return view.getFloat64(0);
  }
  if (p === 24) {
    view.setUint32(0, Number(bits));
    return view.getFloat32(0);
  }
  const n = Number(bits & 32767n);
  const e = Math.max(Math.floor(n / 1024), 1);
  return (bits > 32767n ? -1 : 1) * (n - (e - 1) * 1024) * 2 ** (e - 25);
}

/** The n-th float of the format after x, or before it for n < 0. */
export function walk(x, n, f) {
  const sign = 1n << BigInt(f.p + f.w - 1);
  const bits = code(x, f);
  const place = (bits & sign ? sign - bits : bits) + BigInt(n);
  return decode(place < 0n ? sign - place : place, f);
}

/** σ(x) by a formula, every step rounded to the format; with the power of e on which it hangs. */
export const FORMULAS = {
  usual(x, f) {
    const e = exp(-x, f);
    return { e, value: round(1 / round(1 + e, f), f) };
  },
  quotient(x, f) {
    const e = exp(x, f);
    return { e, value: round(e / round(1 + e, f), f) };
  },
  course(x, f) {
    const e = exp(-Math.abs(x), FORMATS.float64);
    return { e, value: round((x < 0 ? e : 1) / (1 + e), f) };
  },
};

/** A float from 0 to 1 as [n, s]. */
const exact = (v) => {
  if (v === 0) return [0n, 0];
  return v < 2 ** -500 ? [BigInt(v * 2 ** 600 * 2 ** 474), 1074] : [BigInt(v * 2 ** 600), 600];
};

/** The difference of two such numbers, in units of 2ᵘ. */
function apart([n, s], [m, t], u) {
  const most = Math.max(s, t);
  const cut = Math.max(0, most + u - 200); // a double holds less than 2¹⁰²⁴
  return (
    Number(((n << BigInt(most - s)) - (m << BigInt(most - t))) >> BigInt(cut)) /
    2 ** (most + u - cut)
  );
}

/** How far a computed value lies from σ(x), in ulp: the spacing of the floats at σ(x). */
export const ulps = (value, x, f) => {
  const s = sigma(x);
  return Number.isNaN(value) ? NaN : apart(exact(value), s, spacing(s, f));
};

/** What became of σ(x): "over" where e⁻ˣ overflows to ∞, "zero", "one", "nan", or "value". */
export const outcome = ({ e, value }) => {
  if (Number.isNaN(value)) return "nan";
  if (value === 1) return "one";
  return value > 0 ? "value" : e === Infinity ? "over" : "zero";
};

/** The places where something can change, in units of ln 2, for a format. */
const stops = ({ p, least }) =>
  [least - p, least - 2, 0, p, p + 1, 2 - least].map((n) => n * Math.LN2);

/** The floats after which the outcome of a formula changes, from left to right. */
export function edges(formula, f) {
  const kind = (x) => outcome(FORMULAS[formula](x, f));
  return stops(f)
    .filter(Boolean)
    .flatMap((stop) => {
      const [left, right] = [0.004, -0.004].map((d) => round(stop - d * Math.abs(stop), f));
      const before = kind(left);
      if (before === kind(right)) return [];
      let [low, high] = [0, Math.abs(Number(code(left, f) - code(right, f)))];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (kind(walk(left, middle, f)) === before) low = middle;
        else high = middle;
      }
      return walk(left, low, f);
    });
}

/** The shortest decimal that rounds to this float; a long one as m × 10ⁿ. */
export function brief(v, f, most = 19) {
  if (Number.isNaN(v)) return "NaN";
  let digits = 1;
  while (f.p < 53 && round(Number(v.toPrecision(digits)), f) !== v) digits++;
  const text = f.p < 53 ? String(Number(v.toPrecision(digits))) : String(v);
  return text.length > most || text.includes("e") ? scientific(v, 3) : text.replace("-", "−");
}

/** σ(x) for x < 0 as m × 10ⁿ, also where no double is so small. */
export function power(x) {
  const log = x - Math.log1p(Math.exp(x));
  let n = Math.floor(log / Math.LN10);
  let m = Math.exp(log - n * Math.LN10).toFixed(1);
  if (m === "10.0") [m, n] = ["1.0", n + 1];
  return `${m} × 10${raised(n)}`;
}

const NAMES = {
  usual: "1/(1\u00a0+\u00a0e⁻ˣ)",
  quotient: "eˣ/(1\u00a0+\u00a0eˣ)",
  course: "by the sign of x",
};
const REACH = 800;
const NEAR = 7;
const PARTS = [0, 0.12, 0.3, 0.49, 0.68, 0.76, 0.87, 1];
const MIDDLE = { "text-anchor": "middle" };
const END = { "text-anchor": "end" };
const tight = (text) => text.replaceAll(" ", "\u202f");
const amount = (error) => (error < 1e4 ? format(error, 2) : tight(scientific(error)));

/** A value from 0 to 1 in little room. */
function short(v, f) {
  const text = brief(v, f);
  if (text.length < 9) return text;
  if (v > 0.99 && v < 1) return `1 − ${scientific(1 - v)}`;
  return v < 1e-3 ? scientific(v, 2) : `${v.toFixed(6)}…`;
}

/**
 * The map's scale, on which every stretch has room for its name: x to a fraction of the width, and
 * back.
 */
function scale(f) {
  const places = [-REACH, ...stops(f), REACH];
  const between = (from, to, v) => {
    const i = Math.max(
      0,
      from.slice(0, 7).findLastIndex((w) => w <= v),
    );
    return to[i] + ((to[i + 1] - to[i]) * (v - from[i])) / (from[i + 1] - from[i]);
  };
  return {
    part: (x) => between(places, PARTS, x),
    x: (part) => between(PARTS, places, Math.min(1, Math.max(0, part))),
  };
}

/** Each formula's stretches of x, as [from, to, what comes out, colour]. */
function zones(f) {
  const [zero, over, , one, sure, burst] = stops(f);
  const end = f.p < 53 ? sure : one;
  return {
    usual: [
      [-REACH, over, "0, warns", "vermilion"],
      [over, one, "", "blue"],
      [one, REACH, "1", "faint"],
    ],
    quotient: [
      [-REACH, zero, "0", "faint"],
      [zero, one, "", "blue"],
      [one, sure, "≤1", "blue"],
      [sure, burst, "1", "faint"],
      [burst, REACH, "NaN", "vermilion"],
    ],
    course: [
      [-REACH, zero, "0", "faint"],
      [zero, end, "", "blue"],
      [end, REACH, "1", "faint"],
    ],
  };
}

/** The map: three bars that say where each formula gives what, and the values at x. */
function drawMap(write, x, formula, f, left, wide) {
  const right = left + wide;
  const { part } = scale(f);
  const at = (v) => left + wide * part(v);
  Object.entries(zones(f)).forEach(([key, row], i) => {
    const y = 38 + 38 * i;
    const { value } = FORMULAS[key](x, f);
    const error = Math.abs(ulps(value, x, f));
    const style = `font-weight:${key === formula ? 700 : 400}`;
    for (const [from, to, word, color] of row) {
      const fill = { fill: `var(--${color})`, "fill-opacity": word === "≤1" ? 0.14 : 0.3 };
      write("rect", "", at(from), y, { width: at(to) - at(from) - 1, height: 17, ...fill });
      write("text", word, (at(from) + at(to)) / 2, y + 13, MIDDLE);
    }
    const how = key === "course" && f.p < 53 && wide > 500 ? ", in float64, rounded once" : "";
    write("text", NAMES[key] + how, left, y - 5, { style });
    write("text", short(value, f), right, y - 5, { ...END, style });
    if (wide > 300 && value >= 0)
      write("text", `${amount(error)} ulp`, right - 116, y - 5, { ...END, class: "faint" });
    write("path", "", 0, 0, {
      d: `M${at(x)} ${y - 1}v19`,
      stroke: "var(--ink)",
      "stroke-width": 2.5,
    });
  });
  stops(f).forEach((v, i) => {
    const decimals = v === 0 || (wide < 300 && v < -99) ? 0 : wide < 500 ? 1 : 2;
    if (i !== 4) write("text", format(v, decimals), at(v), 147, { ...MIDDLE, class: "faint" });
  });
  write("text", "x, not to scale", right, 163, { ...END, class: "faint" });
  write("circle", "", 0, 0, { cx: at(x), cy: 10, r: 7, fill: "var(--ink)", class: "grab" });
}

/** The walk: what the formula gives at the floats around x, in units of the spacing at σ(x). */
function drawWalk(write, svg, x, formula, f, name, width) {
  const s = sigma(x);
  const u = spacing(s, f);
  const walked = [];
  for (let n = -NEAR; n <= NEAR; n++) {
    const at = walk(x, n, f);
    const { value } = FORMULAS[formula](at, f);
    walked.push({
      n,
      truth: apart(sigma(at), s, u),
      y: Number.isNaN(value) ? NaN : apart(exact(value), s, u),
    });
  }
  const most =
    1.1 * Math.max(1, ...walked.map(({ truth, y }) => Math.max(Math.abs(truth), Math.abs(y) || 0)));
  const ten = 10 ** Math.floor(Math.log10(most));
  const reach = [2, 5, 10].find((m) => m * ten >= most) * ten;
  const unit = reach < 1e3 ? 1 : ten;
  const limit = reach / unit;
  const { group, X, Y } = axes(
    { left: 44, top: 200, width: width - 68, height: 96 },
    {
      x: [-NEAR - 0.5, NEAR + 0.5],
      y: [-limit, limit],
      xlabel: `${name}s after x`,
    },
  );
  const truth = walked.map((w) => `${X(w.n)} ${Y(w.truth / unit).toFixed(1)}`).join("L");
  svg.append(group, line(`M${truth}`, "ink", { "stroke-width": 1.5 }));
  const ulp = width > 520 ? "ulp, the spacing of floats at σ(x)" : "ulp";
  const tens = unit > 1 ? `${scientific(unit, 0).slice(4)} ` : "";
  write("text", `● computed, — exact, in ${tens}${ulp}`, 8, 184, { class: "faint" });
  for (const v of [0, 1]) {
    const y = apart(exact(v), s, u) / unit;
    if (Math.abs(y) > limit) continue;
    svg.append(
      line(`M44 ${Y(y)}h${width - 68}`, "faint", { "stroke-width": 1, "stroke-dasharray": "3 4" }),
    );
    write("text", String(v), width - 18, Y(y) + 4);
  }
  for (const { n, y } of walked) {
    const red = { ...(n === NEAR ? END : MIDDLE), style: "fill:var(--vermilion-text)" };
    if (!Number.isNaN(y))
      write("circle", "", 0, 0, { cx: X(n), cy: Y(y / unit), r: n ? 4 : 7, fill: "var(--blue)" });
    else if (n < NEAR) write("text", "×", X(n), Y(0) - 8, red);
    else write("text", "× NaN", X(n) + 5, Y(0) - 24, red);
  }
}

/** The bits of a float, 32 in a row: filled for 1, empty for 0. */
function drawBits(write, v, f, left, top, size) {
  const bits = code(v, f)
    .toString(2)
    .padStart(f.p + f.w, "0");
  let i = 0;
  for (const [count, color] of [
    [1, "ink"],
    [f.w, "vermilion"],
    [f.p - 1, "blue"],
  ]) {
    const boxes = ["", ""];
    const stroke = `var(--${color})`;
    for (const stop = i + count; i < stop; i++) {
      const corner = [left + (i % 32) * size + 0.5, top + 14 * Math.floor(i / 32)];
      boxes[bits[i]] += `M${corner}h${size - 2}v11h${2 - size}z`;
    }
    write("path", "", 0, 0, { d: boxes[1], fill: stroke, stroke });
    write("path", "", 0, 0, { d: boxes[0], fill: "none", stroke });
  }
}

/**
 * What to say of x, a float of the format that stands for `wanted`, and of σ(x) by the formula
 * there.
 */
function say(x, wanted, formula, f, name) {
  const found = FORMULAS[formula](x, f);
  const kind = outcome(found);
  const once = formula === "course" && f.p < 53;
  const off = shown("ulps", amount(Math.abs(ulps(found.value, x, f))));
  const small = tight(power(-Math.abs(x)));
  const same = x === wanted || brief(x, f) === brief(wanted, FORMATS.float64);
  const start = [
    "At x\u00a0=\u00a0",
    shown("x", tight(brief(x, f, 22))),
    same ? ", " : `, the nearest ${name}, `,
    `${formula === "course" ? "the form by sign" : NAMES[formula]} gives `,
    shown("value", tight(brief(found.value, f)), "blue"),
  ];
  const why = {
    over: ": e⁻ˣ overflows to ∞ (NumPy warns), 1/∞ is 0. ",
    zero: once ? ", the nearest to σ(x). " : ": eˣ rounds to 0. ",
    one: once
      ? ", the nearest to σ(x). "
      : formula === "quotient"
        ? ": 1\u00a0+\u00a0eˣ rounds to eˣ. "
        : ": 1\u00a0+\u00a0e⁻ˣ rounds to 1. ",
    nan: ": eˣ overflows to ∞ (NumPy warns), ∞/∞ is no number. ",
  }[kind];
  if (why) {
    const truth = ["σ(x) is ", shown("truth", x < 0 ? small : `1\u00a0−\u00a0${small}`)];
    return [...start, why, ...truth, ...(kind === "nan" ? [] : [", ", off, "\u00a0ulp away"]), "."];
  }
  const next = walk(x, 1, f);
  const value = FORMULAS[formula](next, f).value;
  return [
    ...start,
    ", ",
    off,
    `\u00a0ulp from σ(x). The next float, ${tight(scientific(next - x))} up, gives `,
    shown("next", tight(brief(value, f)), "blue"),
    ".",
  ];
}

export function render({ model, el }) {
  const limits = model.get("spec").controls.find((c) => c.name === "x");
  const now = () => {
    const name = model.get("format");
    const f = FORMATS[name];
    return { name, f, formula: model.get("formula"), x: round(model.get("x"), f) };
  };
  let wide = 1;
  const left = 8;
  const toX = (pixel) => scale(now().f).x((pixel - left) / wide);
  const held = (pixel) => Math.abs(left + wide * scale(now().f).part(now().x) - pixel) < 28;

  function draw(svg, width) {
    const { name, f, formula, x } = now();
    const size = Math.min(18, (width - 16) / 32);
    const write = (tag, content, x, y, extra = {}) =>
      svg.append(make(tag, { x, y, ...extra }, content));
    wide = width - 16;
    drawMap(write, x, formula, f, left, wide);
    drawWalk(write, svg, x, formula, f, name, width);
    const colored = (word, color) =>
      make("tspan", { style: `fill:var(--${color}-text)` }, ` ${word}`);
    const groups = [colored("exponent", "vermilion"), colored("fraction", "blue")];
    svg.append(make("text", { x: left, y: 354 }, "bits of x: sign", ...groups));
    drawBits(write, x, f, left, 360, size);
    write("text", "bits of the result:", left, 404);
    drawBits(write, FORMULAS[formula](x, f).value, f, left, 410, size);
    return say(x, model.get("x"), formula, f, name);
  }

  const button = (label, place) => {
    const made = element("BUTTON", { type: "button" }, label);
    made.addEventListener("click", () =>
      put(model, { x: Math.min(REACH, Math.max(-REACH, place(now()))) }),
    );
    return made;
  };
  const extra = [
    button("Float before", ({ x, f }) => walk(x, -1, f)),
    button("Float after", ({ x, f }) => walk(x, 1, f)),
    button("Next edge", ({ x, f, formula }) => {
      const all = edges(formula, f);
      return all.find((edge) => edge > x) ?? all[0];
    }),
  ];
  const label = "What each formula for σ gives where, at the floats around x, and their bits";
  const svg = frame({ model, el, draw, extra, label });
  const grab = (pixel, y) => (y < 165 && held(pixel) ? 0 : null);
  drag(svg, (pixel) => put(model, { x: clamp(toX(pixel), limits, 0) }), grab);
}
