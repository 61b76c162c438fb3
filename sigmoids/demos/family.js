import { erf, erfc } from "./erf.js";
import {
  axes,
  clamp,
  dot,
  drag,
  format,
  frame,
  HALO,
  line,
  logistic,
  make,
  memo,
  put,
  scientific,
  shown,
  trace,
} from "./kit.js";

const { PI, LN2, abs, atan, atan2, exp, expm1, hypot, log, log10, sin, sqrt, tanh } = Math;

// Each curve from −1 to 1 as y(z), what is left to its ceiling as u(z) = 1 − y(z), and the place
// (z at x = 0, z per unit of x) that gives it slope 1, variance 1 or the quartiles ±1.
const odd = (slope, variance, quartile) => ({
  slope: [0, slope],
  variance: variance && [0, variance],
  quartile: [0, quartile],
});
const S = {
  y: tanh,
  u: (z) => 2 * logistic(-2 * z),
  place: odd(1, PI / sqrt(12), log(3) / 2),
  tail: "straight",
};
const CURVES = {
  logistic: { ...S, name: "the logistic" },
  tanh: { ...S, name: "tanh" },
  erf: {
    name: "erf",
    tail: "bends down",
    y: (z) => erf((sqrt(PI) / 2) * z),
    u: (z) => erfc((sqrt(PI) / 2) * z),
    place: odd(1, sqrt(2 / PI), (0.4769362762044699 * 2) / sqrt(PI)),
  },
  gudermannian: {
    name: "the Gudermannian",
    tail: "straight",
    y: (z) => (4 / PI) * atan(tanh((PI / 4) * z)),
    u: (z) => (4 / PI) * atan(exp((-PI / 2) * z)),
    place: odd(1, 1, (4 / PI) * Math.atanh(sqrt(2) - 1)),
  },
  algebraic: {
    name: "the algebraic curve",
    tail: "bends up",
    law: "1/x²",
    y: (z) => z / hypot(1, z),
    u: (z) => 2 * sin(atan2(1, z) / 2) ** 2,
    place: odd(1, null, 1 / sqrt(3)),
  },
  arctan: {
    name: "arctan",
    tail: "bends up",
    law: "1/x",
    y: (z) => (2 / PI) * atan((PI / 2) * z),
    u: (z) => (2 / PI) * atan2(2 / PI, z),
    place: odd(1, null, 2 / PI),
  },
  softsign: {
    name: "softsign",
    tail: "bends up",
    law: "1/x",
    y: (z) => z / (1 + abs(z)),
    u: (z) => (z < 0 ? 2 - 1 / (1 - z) : 1 / (1 + z)),
    place: odd(1, null, 1),
  },
  gompertz: {
    name: "Gompertz",
    tail: "lopsided",
    y: (z) => expm1(LN2 - exp(-z)),
    u: (z) => -2 * expm1(-exp(-z)),
    floor: (z) => log10(2) - exp(-z) / Math.LN10, // its logarithm: the number itself underflows
    place: {
      slope: [-log(LN2), 1 / LN2],
      variance: [0.5772156649015329, PI / sqrt(6)],
      quartile: [-(log(log(4)) + log(log(4 / 3))) / 2, (log(log(4)) - log(log(4 / 3))) / 2],
    },
  },
};

/** Height in (−1, 1) of a curve laid fairly: fair is slope, variance or quartile. */
export function curve(name, fair, x) {
  const [z0, scale] = CURVES[name].place[fair];
  return CURVES[name].y(z0 + scale * x);
}

/** The decimal logarithm of what is left: to the ceiling where x ≥ 0, to the floor where x < 0. */
export function left(name, fair, x) {
  const { u, floor = (z) => log10(u(-z)), place } = CURVES[name];
  const z = place[fair][0] + place[fair][1] * x;
  return x < 0 ? floor(z) : log10(u(z));
}

/** The greatest distance of two curves, as a share of their height 2. */
export function distance(a, b, fair) {
  const gap = (x) => abs(curve(a, fair, x) - curve(b, fair, x)) / 2;
  let best = -12;
  let step = 0.05;
  for (let x = -12; x <= 12; x += step) if (gap(x) > gap(best)) best = x;
  for (; step > 1e-9; step /= 2)
    for (const x of [best - step, best + step]) if (gap(x) > gap(best)) best = x;
  return gap(best);
}

/** 10 to the power l, with three digits. */
function power(l) {
  if (abs(l) > 300) return l < 0 ? "under 10⁻³⁰⁰" : "over 10³⁰⁰";
  if (l < -3 || l > 4) return scientific(10 ** l, 2);
  return format(10 ** l, Math.max(0, 2 - Math.floor(l + 1e-9)));
}

/** Between which x more than 10 to the power `level` is left, within [−6, 6]. */
function span(name, fair, level) {
  return REACH.map((far) => {
    let inner = 0;
    let outer = far;
    if (left(name, fair, far) >= level) return far;
    for (let i = 0; i < 30; i++) {
      const middle = (inner + outer) / 2;
      if (left(name, fair, middle) >= level) inner = middle;
      else outer = middle;
    }
    return inner;
  });
}

const REACH = [-6, 6];
const FLOOR = -6;
const FAIR = {
  slope: { axis: "x", mark: "slope 1" },
  variance: { axis: "x (standard deviations)", mark: "variance 1" },
  quartile: { axis: "x (quartiles)", mark: "½ at x = 1" },
};

export function render({ model, el }) {
  let toX = (pixel) => pixel;
  const [layouts, distances] = [memo(), memo()];

  function draw(svg, width, height) {
    const [first, second, fair, at] = ["first", "second", "fair", "x"].map((n) => model.get(n));
    const has = (name) => CURVES[name].place[fair] !== null;
    const picked = [
      [first, "blue", {}, 7],
      [second, "vermilion", { "stroke-dasharray": "6 6" }, 4],
    ];
    const drawn = picked.filter(([name]) => has(name));
    const inner = { left: 44, width: width - 56 };
    const top = { ...inner, top: 10, height: height * 0.36 };
    const low = { ...inner, top: height * 0.36 + 38, height: height * 0.64 - 76 };
    toX = (pixel) => REACH[0] + ((pixel - inner.left) / inner.width) * (REACH[1] - REACH[0]);
    const a = axes(top, { x: REACH, y: [-1, 1], xticks: false });
    const b = axes(low, {
      x: REACH,
      y: [FLOOR, 0.15],
      powers: true,
      xlabel: FAIR[fair].axis,
      ylabel: "left to floor",
    });
    // Of all curves, which stay while x moves.
    const paths = layouts(`${fair} ${width}`, () => ({}));
    const both = (name, color, extra) => {
      paths[name] ??= [
        trace((x) => curve(name, fair, x), REACH, a.X, a.Y, top),
        trace((x) => left(name, fair, x), span(name, fair, FLOOR), b.X, b.Y, low),
      ];
      return paths[name].map((d) => line(d, color, extra));
    };
    const say = (x, y, text, extra = {}) => make("text", { x, y, ...HALO, ...extra }, text);

    svg.append(
      a.group,
      b.group,
      say(low.left + low.width, low.top - 4, "left to ceiling", {
        class: "faint",
        "text-anchor": "end",
      }),
      line(`M${a.X(at)} ${top.top}V${low.top + low.height}`, "faint", {
        "stroke-width": 1,
        "stroke-dasharray": "2 4",
      }),
    );
    for (const name in CURVES) {
      if (name === first || name === second || !has(name)) continue;
      svg.append(...both(name, "faint", { "stroke-width": 1, "stroke-opacity": 0.45 }));
    }
    for (const [name, color, extra] of drawn) svg.append(...both(name, color, extra));

    // What all have in common: the tangent, one standard deviation each way, or the quartiles.
    svg.append(
      ...{
        slope: [line(`M${a.X(-1)} ${a.Y(-1)}L${a.X(1)} ${a.Y(1)}`, "ink", { "stroke-width": 1 })],
        variance: [
          line(`M${a.X(-1)} ${a.Y(0) - 5}v10m0 -5H${a.X(1)}m0 -5v10`, "ink", { "stroke-width": 1 }),
        ],
        quartile: [1, -1].map((q) =>
          make("circle", { cx: a.X(q), cy: a.Y(q / 2), r: 4, fill: "none", stroke: "var(--ink)" }),
        ),
      }[fair],
      say(a.X(-1.4), a.Y(0.55), FAIR[fair].mark, { "text-anchor": "end" }),
    );

    for (const [name, color, , r] of drawn) {
      const l = left(name, fair, at);
      const cx = b.X(at);
      const foot = b.Y(FLOOR);
      svg.append(
        dot(a.X(at), a.Y(curve(name, fair, at)), color, { r }),
        l >= FLOOR
          ? dot(cx, b.Y(l), color, { r })
          : make("path", {
              d: `M${cx - r} ${foot - 10}h${2 * r}l${-r} 9z`,
              fill: `var(--${color})`,
            }),
      );
    }
    // Names where there is always room: under both tents.
    const ends = drawn.map(([name]) => span(name, fair, FLOOR + (6.15 * 42) / low.height));
    const [west, east] = [
      b.X(Math.max(-6, ...ends.map((e) => e[0]))),
      b.X(Math.min(6, ...ends.map((e) => e[1]))),
    ];
    const long = (words) => 30 + 6.4 * Math.max(...words.map((w) => w.length));
    const names = picked.map(
      ([name]) =>
        CURVES[name].name.replace(/the | curve/g, "") + (has(name) ? "" : ": no variance"),
    );
    const tails = picked.map(([name], i) => names[i] + (has(name) ? `: ${CURVES[name].tail}` : ""));
    const words = long(tails) < east - west ? tails : names;
    const start = Math.min((west + east - long(words)) / 2, width - 4 - long(words));
    picked.forEach(([, color, extra], i) => {
      const y = low.top + low.height - 28 + 18 * i;
      svg.append(line(`M${start} ${y - 4}h24`, color, extra), say(start + 30, y, words[i]));
    });
    return read({
      first,
      second,
      fair,
      at,
      lacking: [...new Set(picked.map(([n]) => n))].filter((n) => !has(n)),
    });
  }

  function read({ first, second, fair, at, lacking }) {
    const [A, B] = [CURVES[first], CURVES[second]];
    const end = at < 0 ? "floor" : "ceiling";
    const place = `At x = ${format(at, Number.isInteger(at) ? 0 : 1)}`;
    const name = (which) =>
      shown(which, which === "first" ? A.name : B.name, which === "first" ? "blue" : "vermilion");
    const value = (which) =>
      which === "first"
        ? shown("left1", power(left(first, fair, at)), "blue")
        : shown("left2", power(left(second, fair, at)), "vermilion");
    if (lacking.length) {
      const laws = [...new Set(lacking.map((n) => CURVES[n].law))].join(" and ");
      const who = lacking.map((n) => (n === first ? "first" : "second"));
      const other = lacking.includes(first) ? "second" : "first";
      return [
        "No scale gives ",
        ...who.flatMap((w, i) => [i ? " or " : "", name(w)]),
        " variance 1: what is left shrinks like ",
        shown("law", laws),
        ", too slowly. Compare at the same quartiles.",
        ...(who.length > 1 || first === second
          ? []
          : [" At this x, ", name(other), " has ", value(other), " left."]),
      ];
    }
    if (A.u === B.u) {
      return [
        ...(first === second
          ? ["Pick two different curves: here ", name("first"), " lies on itself. "]
          : [
              "Laid alike, ",
              name("first"),
              " and ",
              name("second"),
              " are one curve: tanh x = 2σ(2x) − 1. ",
            ]),
        `${place} it has `,
        value("first"),
        ` left to its ${end}.`,
      ];
    }
    const key = [first, second, fair].join();
    const greatest = distances(key, () => distance(first, second, fair));
    const factor = abs(left(first, fair, at) - left(second, fair, at));
    return [
      `${place}, `,
      name("first"),
      " has ",
      value("first"),
      ` left to its ${end}, `,
      name("second"),
      " ",
      value("second"),
      ": a factor of ",
      shown("factor", power(factor)),
      ". Seen whole, they are at most ",
      shown("distance", `${format(Math.ceil(1000 * greatest) / 10, 1)}%`),
      " of the height apart.",
    ];
  }

  const svg = frame({
    model,
    el,
    draw,
    label:
      "Two S-curves laid over each other, and below what each leaves to its ends, in powers of ten",
  });
  const limits = model.get("spec").controls.find((c) => c.name === "x");
  drag(svg, (pixel) => put(model, { x: clamp(toX(pixel), limits, model.get("x")) }));
}
