import { erfc } from "./erf.js";
import {
  clamp,
  dot,
  drag,
  format,
  frame,
  HALO,
  line,
  logistic,
  make,
  put,
  scientific,
  shown,
  ticks,
} from "./kit.js";

const { PI, abs, exp, log, max, min, sqrt } = Math;

/** The share of a normal distribution below z. */
export const normal = (z) => erfc(-z / sqrt(2)) / 2;

/**
 * The share of the probabilities σ(z/T) below p, for scores z spread normally: mean m, deviation s.
 */
export const below = (p, { m, s, T }) => normal((T * log(p / (1 - p)) - m) / s);

/** The share within 1% of 0 or of 1. */
export const saturated = ({ m, s, T }) =>
  normal((-T * log(99) - m) / s) + normal((m - T * log(99)) / s);

/** The mean of σ(z/T), by the trapezoidal rule with steps that resolve σ. */
export function mean({ m, s, T }) {
  const h = min(0.4, (0.45 * T) / s);
  let sum = 0;
  for (let i = Math.ceil(-16 / h); i * h <= 16; i++)
    sum += logistic((m + s * i * h) / T) * exp(-((i * h) ** 2) / 2);
  return (sum * h) / sqrt(2 * PI);
}

/**
 * The score, in deviations from the mean, below which a share q lies; by Newton's method from 0.
 */
export function quantile(q) {
  let z = 0;
  for (let i = 0; i < 12; i++) z -= (normal(z) - q) * sqrt(2 * PI) * exp((z * z) / 2);
  return z;
}

// Twenty lines, each for 5% of the scores.
const LINES = Array.from({ length: 20 }, (_, i) => quantile((i + 0.5) / 20));
const REACH = 12;
const BINS = 20;
const STEEP = log(9);

const percent = (share) =>
  share < 5e-4 ? "Under 0.1%" : share > 0.9995 ? "Over 99.9%" : `${format(100 * share, 1)}%`;

/** p in words, given what it lacks to 1, too. */
function chance(p, lack) {
  if (min(p, lack) < 5e-4) return p < lack ? scientific(p) : `1 − ${scientific(lack)}`;
  return format(p, min(p, lack) < 0.01 ? 4 : 3);
}

export function render({ model, el }) {
  const read = () => Object.fromEntries(["m", "s", "T"].map((n) => [n, model.get(n)]));
  let place = { X: (z) => z, Z: (pixel) => pixel, handles: [] };

  function draw(svg, width, height) {
    const p = read();
    const { m, s, T } = p;
    const average = mean(p);
    const middle = logistic(m / T);
    const left = 22 + min(110, width * 0.23);
    const top = 38;
    const wide = width - left - 12;
    const foot = height - 124;
    const deep = 74;
    const X = (z) => left + ((z + REACH) / (2 * REACH)) * wide;
    const Y = (v) => foot - v * (foot - top);
    const hill = (z) => foot + deep * exp(-(((z - m) / s) ** 2) / 2);
    place = {
      Z: (pixel) => ((pixel - left) / wide) * 2 * REACH - REACH,
      handles: [
        ["m", X(m), foot + deep],
        ["s", X(m + s), hill(m + s)],
        ["T", X(T * STEEP), Y(0.9)],
      ],
    };
    const say = (x, y, text, extra = {}) => make("text", { x, y, ...HALO, ...extra }, text);
    const area = (d, color, opacity) =>
      make("path", { d, fill: `var(--${color})`, "fill-opacity": opacity });

    // The axes: probabilities to the left of the one, scores below the other.
    for (const [v, text] of [
      [0, "0"],
      [0.5, "½"],
      [1, "1"],
    ]) {
      svg.append(
        make("path", { class: "axis", d: `M18 ${Y(v)}H${width - 12}` }),
        say(14, Y(v) + 4, text, { "text-anchor": "end" }),
      );
    }
    for (const z of ticks(-REACH, REACH, max(4, wide / 60))) {
      svg.append(
        make("path", { class: "axis", d: `M${X(z)} ${foot + deep + 4}v4` }),
        say(X(z), foot + deep + 21, format(z, 0), { "text-anchor": "middle" }),
      );
    }
    svg.append(
      make("path", {
        class: "axis",
        d: `M${left} ${top}V${foot}M${left} ${foot + deep + 4}h${wide}`,
      }),
      say(18, 12, "probability p = σ(z/T)", { class: "faint" }),
      say(width - 12, height - 8, "score z", { class: "faint", "text-anchor": "end" }),
    );

    // The hill of scores; what σ brings within 1% of 0 or 1 is vermilion, here and on the left.
    const slice = (from, to) => {
      const [a, b] = [max(-REACH, from), min(REACH, to)];
      const points = [];
      if (a >= b) return "";
      for (let i = 0; i <= 60; i++) {
        const z = a + ((b - a) * i) / 60;
        points.push(`${X(z).toFixed(1)} ${hill(z).toFixed(1)}`);
      }
      return `M${X(a)} ${foot}L${points.join("L")}L${X(b)} ${foot}Z`;
    };
    const edge = T * log(99);
    svg.append(
      area(slice(-edge, edge), "blue", 0.4),
      area(slice(-REACH, -edge) + slice(edge, REACH), "vermilion", 0.75),
    );

    const shares = Array.from(
      { length: BINS },
      (_, i) => below((i + 1) / BINS, p) - below(i / BINS, p),
    );
    const unit = (left - 22) / max(...shares);
    const bar = (i, share) =>
      `M${left} ${Y(i / BINS) - 1}h${-share * unit}V${Y((i + 1) / BINS) + 1}H${left}Z`;
    svg.append(
      area(shares.map((share, i) => bar(i, share)).join(""), "blue", 0.4),
      area(bar(0, below(0.01, p)) + bar(BINS - 1, 1 - below(0.99, p)), "vermilion", 0.75),
    );

    // Each line goes from its score up to the curve and on to its probability: none crosses
    // another.
    const ray = (z) => `M${X(z).toFixed(1)} ${foot}V${Y(logistic(z / T)).toFixed(1)}H${left}`;
    const scores = LINES.map((q) => m + s * q);
    const thin = { "stroke-width": 1, "stroke-opacity": 0.6 };
    const curve = [];
    for (let z = -REACH; z <= REACH; z += REACH / 96)
      curve.push(`${X(z).toFixed(1)} ${Y(logistic(z / T)).toFixed(1)}`);
    svg.append(
      line(
        scores
          .filter((z) => abs(z) <= edge)
          .map(ray)
          .join(""),
        "blue",
        thin,
      ),
      line(
        scores
          .filter((z) => abs(z) > edge)
          .map(ray)
          .join(""),
        "vermilion",
        thin,
      ),
      line(`M${curve.join("L")}`, "blue"),
      line(ray(m), "ink", { "stroke-width": 1.5, "stroke-dasharray": "5 4" }),
      make("path", { d: `M${left} ${Y(average)}l-9 -5v10z`, fill: "var(--ink)" }),
      ...place.handles.map(([name, x, y]) =>
        dot(x, y, name === "T" ? "blue" : "ink", { class: "grab" }),
      ),
    );
    for (const [name, x, y] of place.handles) {
      svg.append(
        x < width - 34
          ? say(x + 11, y + 3, name)
          : say(x - 11, y + 3, name, { "text-anchor": "end" }),
      );
    }
    const lifts = m >= 0 ? [-6, 16] : [16, -6]; // the mean is never further from ½ than σ(m/T)
    svg.append(
      say(left + 7, Y(middle) + lifts[0], "σ(m/T)"),
      say(left + 7, Y(average) + lifts[1], "mean p"),
    );

    const [a, b] = [chance(average, mean({ ...p, m: -m })), chance(middle, logistic(-m / T))];
    return [
      shown("saturated", percent(saturated(p)), "vermilion"),
      " of all p lie within 1% of 0 or 1. Their mean, ",
      shown("mean", a),
      a !== b ? ", is nearer to ½ than" : m === 0 ? ", equals" : ", agrees as far as shown with",
      " σ(m/T) = ",
      shown("middle", b, "blue"),
      ". At every T the order stays, and ",
      shown("above", percent(normal(m / s)).toLowerCase()),
      " are above ½.",
    ];
  }

  const svg = frame({
    model,
    el,
    draw,
    label: "Scores below an S-curve, turned by it into probabilities on its left",
  });
  const limits = Object.fromEntries(model.get("spec").controls.map((c) => [c.name, c]));
  const grab = (x, y) => {
    const [[name, far]] = place.handles
      .map(([n, hx, hy]) => [n, Math.hypot(x - hx, y - hy)])
      .sort((i, j) => i[1] - j[1]);
    return far < 28 ? { name, from: 0 } : { name: "m", from: model.get("m") - place.Z(x) };
  };
  drag(
    svg,
    (x, _y, { name, from }) => {
      const z = place.Z(x);
      const wanted = { m: z + from, s: z - model.get("m"), T: z / STEEP }[name];
      put(model, { [name]: clamp(wanted, limits[name], model.get(name)) });
    },
    grab,
  );
}
