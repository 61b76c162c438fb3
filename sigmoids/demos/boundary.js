import {
  drag,
  element,
  format,
  frame,
  HALO,
  line,
  logistic,
  make,
  put,
  shown,
  trace,
} from "./kit.js";
import { chord, heat } from "./plane.js";

const ACROSS = [-4, 4];
const UP = [-3, 3];
const GRID = 20;
const LOG9 = Math.log(9);
const COLORS = ["vermilion", "blue"];
const TEXT = COLORS.map((c) => `${c}-text`);

/** −ln σ(m): what a point costs whose weighted sum, signed by its class, is m. */
export const cost = (m) => Math.max(0, -m) + Math.log1p(Math.exp(-Math.abs(m)));

/** The weighted sum w₁x₁ + w₂x₂ + b. */
export const sum = ([w1, w2, b], [x1, x2]) => w1 * x1 + w2 * x2 + b;

/** The mean cost of points [x₁, x₂, class]: the log-loss. */
export const loss = (theta, points) =>
  points.reduce((total, p) => total + cost((2 * p[2] - 1) * sum(theta, p)), 0) / points.length;

/** [w₁, w₂, b] of least log-loss + ½·ridge·(w₁² + w₂²), by Newton's method. */
export function fit(points, ridge) {
  const aim = (theta) => loss(theta, points) + (ridge / 2) * (theta[0] ** 2 + theta[1] ** 2);
  let theta = [0, 0, 0];
  for (let round = 0; round < 100; round++) {
    const n = points.length;
    const g = [ridge * theta[0], ridge * theta[1], 0];
    let [a, b, c, d, e, f] = [ridge, 0, 0, ridge, 0, 0]; // the upper triangle of the curvature
    for (const [x, y, label] of points) {
      const z = sum(theta, [x, y]);
      const bend = (logistic(z) * logistic(-z)) / n;
      const rest = (label ? -logistic(-z) : logistic(z)) / n;
      g[0] += rest * x;
      g[1] += rest * y;
      g[2] += rest;
      a += bend * x * x;
      b += bend * x * y;
      c += bend * x;
      d += bend * y * y;
      e += bend * y;
      f += bend;
    }
    // Its inverse, times its determinant.
    const [A, B, C] = [d * f - e * e, c * e - b * f, b * e - c * d];
    const [D, E, F] = [a * f - c * c, b * c - a * e, a * d - b * b];
    const whole = a * A + b * B + c * C;
    const step = [
      [A, B, C],
      [B, D, E],
      [C, E, F],
    ].map(([p, q, r]) => (p * g[0] + q * g[1] + r * g[2]) / whole);
    const gain = g[0] * step[0] + g[1] * step[1] + g[2] * step[2];
    const start = aim(theta);
    const after = (size) => theta.map((v, i) => v - size * step[i]);
    let size = 1;
    // Far from the minimum a full step can overshoot; near it, rounding would forbid any.
    while (gain > 1e-10 && aim(after(size)) > start - 0.25 * size * gain) size /= 2;
    theta = after(size);
    if (gain < 1e-24) break;
  }
  return theta;
}

/** Whether a line parts the classes: 2 with no point on it, 1 with points on it, 0 if none does. */
export function parted(points) {
  // Integers: no rounding below.
  const whole = ([x, y]) => [Math.round(x * GRID), Math.round(y * GRID)];
  const [zeros, ones] = [0, 1].map((c) => points.filter((p) => p[2] === c).map(whole));
  const gaps = ones.flatMap(([x, y]) => zeros.map(([u, v]) => [x - u, y - v]));
  let found = 0;
  let across = [0, 0];
  // The normals that part them weakly form a cone; its edges stand upright on gaps between classes.
  for (const [u, v] of gaps)
    for (const [p, q] of [
      [v, -u],
      [-v, u],
      [u, v],
    ]) {
      if (!gaps.every(([x, y]) => p * x + q * y >= 0) || !gaps.some(([x, y]) => p * x + q * y > 0))
        continue;
      found = 1;
      across = [across[0] + p, across[1] + q];
    }
  return found && gaps.every(([x, y]) => across[0] * x + across[1] * y > 0) ? 2 : found;
}

/** Where the plane and the S-curve stand: side by side, or one above the other. */
function layout(width, height) {
  const broad = width >= 560;
  const room = broad ? 0.62 * width : width - 42;
  const wide = Math.min(room, (height - (broad ? 60 : 186)) / 0.75);
  const tall = 0.75 * wide;
  if (broad) {
    const top = (height - tall - 36) / 2;
    const left = 30 + wide + 52;
    return [
      { left: 30, top, width: wide, height: tall },
      { left, top, width: width - left - 12, height: tall },
    ];
  }
  const top = 10 + tall + 58;
  return [
    { left: (width - wide + 18) / 2, top: 10, width: wide, height: tall },
    { left: 30, top, width: width - 42, height: height - top - 42 },
  ];
}

const text = (x, y, words, extra = {}) =>
  make("text", { x, y, "text-anchor": "middle", ...extra }, words);
const START = { "text-anchor": "start" };
const END = { "text-anchor": "end" };
const INSIDE = { style: "fill:var(--paper);font-size:12px;font-weight:600;pointer-events:none" };
const ring = (at, r) =>
  make("circle", { ...at, r, fill: "none", stroke: "var(--ink)", "stroke-width": 2 });
const within = (v, low, high) => Math.min(high, Math.max(low, v));

export function render({ model, el }) {
  const spec = model.get("spec");
  const { presets } = spec;
  const id = `heat-${Math.random().toString(36).slice(2)}`;
  const points = () => model.get("points");
  const number = () => Math.min(points().length, model.get("point"));
  const replaced = (i, point) => points().map((old, j) => (j === i ? point : old));
  // The preset's name and the chosen point's coordinates are views of `points`: one fact, one
  // place.
  const view = {
    get(name) {
      if (name === "data")
        return Object.keys(presets).find((k) => String(presets[k]) === String(points())) ?? "own";
      if (name === "point") return number();
      return name === "x1" || name === "x2"
        ? points()[number() - 1][name === "x1" ? 0 : 1]
        : model.get(name);
    },
    set(name, value) {
      if (name === "data") return model.set("points", presets[value] ?? points());
      if (name !== "x1" && name !== "x2") return model.set(name, value);
      const [x1, x2, c] = points()[number() - 1];
      model.set("points", replaced(number() - 1, name === "x1" ? [value, x2, c] : [x1, value, c]));
    },
    on: (...rest) => model.on(...rest),
    save_changes: () => model.save_changes(),
  };
  const controls = () =>
    spec.controls.map((c) => (c.name === "point" ? { ...c, high: points().length } : c));
  const flip = element("BUTTON", { type: "button" }, "Switch its class");
  flip.addEventListener("click", () => {
    const [x1, x2, c] = points()[number() - 1];
    put(view, { points: replaced(number() - 1, [x1, x2, 1 - c]) });
  });

  let plane;
  let X;
  let Y;
  /** The plane: colours of p, its lines, the points. */
  function drawPlane(svg, theta) {
    const { left, top, width, height } = plane;
    const right = left + width;
    const bottom = top + height;
    svg.append(
      make("defs", {}, heat(id, theta, theta[2], plane, plane.width / (ACROSS[1] - ACROSS[0]))),
      make("rect", { x: left, y: top, width, height, fill: `url(#${id})`, stroke: "var(--rule)" }),
      ...[-4, -2, 0, 2, 4].map((v) => text(X(v), bottom + 17, format(v, 0))),
      ...[-2, 0, 2].map((v) => text(left - 6, Y(v) + 4, format(v, 0), END)),
      text(left, bottom + 34, "drag any point", { class: "faint", ...START }),
      text(right, bottom + 32, "x₁", { class: "faint", ...END }),
      text(left - 6, top + 8, "x₂", { class: "faint", ...END }),
    );
    const [w1, w2, b] = theta;
    const length = Math.hypot(w1, w2);
    for (const [shift, words] of [
      [-LOG9, "0.1"],
      [0, "p = ½"],
      [LOG9, "0.9"],
    ]) {
      const ends = chord([w1, w2, b - shift], ACROSS, UP).map(([x, y]) => [X(x), Y(y)]);
      if (!ends.length) continue;
      // The names stand near the rim, those of the outer lines at its other end and outside the
      // pair.
      const [[x0, y0], [x1, y1]] =
        ends[0][1] < ends[1][1] === (shift === 0) ? ends : [ends[1], ends[0]];
      const inward = Math.min(0.5, 28 / Math.hypot(x1 - x0, y1 - y0));
      const away = 15 * Math.sign(shift);
      const x = x0 + inward * (x1 - x0) + (away * w1) / length;
      const y = y0 + inward * (y1 - y0) - (away * w2) / length;
      const thin = shift === 0 ? {} : { "stroke-width": 1, "stroke-dasharray": "5 4" };
      svg.append(
        line(`M${x0} ${y0}L${x1} ${y1}`, "ink", thin),
        text(within(x, left + 24, right - 24), within(y + 4, top + 14, bottom - 6), words, HALO),
      );
    }
    for (const [x1, x2, c] of points()) {
      const at = { cx: X(x1), cy: Y(x2) };
      svg.append(
        make("circle", { ...at, r: 24, fill: "transparent", class: "grab" }),
        make("circle", { ...at, r: 9, fill: `var(--${TEXT[c]})`, class: "grab" }),
        text(at.cx, at.cy + 4, c, INSIDE),
      );
    }
    const [x1, x2] = points()[number() - 1];
    svg.append(ring({ cx: X(x1), cy: Y(x2) }, 13));
  }

  /** Every point on the S-curve at its z, with what it lacks to its class. */
  function drawCurve(svg, theta, { left, top, width, height }) {
    const S = (z) => left + ((within(z, -8, 8) + 8) / 16) * width;
    const P = (p) => top + (1 - p) * height;
    const foot = top + height;
    const signed = (v) => format(v, 2).replace(/^−?/, (minus) => (minus ? " − " : " + "));
    for (const [p, words] of [
      [0, "0"],
      [0.5, "½"],
      [1, "1"],
    ]) {
      svg.append(
        make("path", { class: "axis", d: `M${left} ${P(p)}h${width}` }),
        text(left - 6, P(p) + 4, words, END),
      );
    }
    svg.append(
      text(left, foot + 17, "≤ −8", START),
      text(S(0), foot + 17, "0"),
      text(left + width, foot + 17, "≥ 8", END),
      text(left + 6, top + 17, "p = σ(z)", START),
      text(
        left + width,
        foot + 36,
        `z = ${format(theta[0], 2)} x₁${signed(theta[1])} x₂${signed(theta[2])}`,
        { ...END, "data-name": "z" },
      ),
      line(trace(logistic, [-8, 8], S, P, { top, height }), "blue", { "stroke-width": 1.5 }),
    );
    const place = (point) => ({ cx: S(sum(theta, point)), cy: P(logistic(sum(theta, point))) });
    for (const point of points()) {
      const at = place(point);
      const color = TEXT[point[2]];
      svg.append(
        line(`M${at.cx} ${at.cy}V${P(point[2])}`, color, { "stroke-width": 1.5 }),
        make("circle", { ...at, r: 4, fill: `var(--${color})` }),
      );
    }
    svg.append(ring(place(points()[number() - 1]), 8));
  }

  function draw(svg, width, height) {
    const ridge = 10 ** model.get("log_ridge");
    const theta = fit(points(), ridge);
    const [box, strip] = layout(width, height);
    plane = box;
    X = (v) => plane.left + ((v + 4) / 8) * plane.width;
    Y = (v) => plane.top + ((3 - v) / 6) * plane.height;
    drawPlane(svg, theta);
    drawCurve(svg, theta, strip);

    const chosen = points()[number() - 1];
    const z = sum(theta, chosen);
    const c = chosen[2];
    const p = logistic(z);
    const fate = parted(points());
    // Both classes must stay.
    flip.disabled = points().filter((point) => point[2] === c).length === 1;
    flip.style.opacity = flip.disabled ? 0.5 : 1;
    const size = shown("w", format(Math.hypot(theta[0], theta[1]), 2));
    const end = fate
      ? [
          fate === 1 ? ", touching some" : "",
          ": without the penalty |w| grows for ever; λ = ",
          shown("ridge", String(Number(ridge.toPrecision(2)))),
          " stops it at ",
          size,
          ".",
        ]
      : [": |w|, now ", size, ", stays finite without the penalty, too."];
    return [
      `Point ${number()}: p = `,
      shown("p", p < 0.0005 ? "<0.001" : p > 0.9995 ? ">0.999" : format(p, 3), COLORS[c]),
      `, cost −ln${c ? "\u00a0p" : "(1\u00a0−\u00a0p)"} = `,
      shown("cost", format(cost((2 * c - 1) * z), 3), COLORS[c]),
      ". Mean cost, the log-loss: ",
      shown("loss", format(loss(theta, points()), 3)),
      ". ",
      shown("parted", fate ? "A line" : "No line"),
      " separates the classes",
      ...end,
    ];
  }

  const svg = frame({
    model: view,
    el,
    draw,
    controls,
    extra: [flip],
    label: "Points of two classes in a plane coloured by probability, and the same on the S-curve",
  });
  el.querySelector("option[value=own]").disabled = true; // it describes, and cannot be chosen
  const snap = (v, [low, high]) => Math.round(within(v, low, high) * GRID) / GRID;
  drag(
    svg,
    (x, y, { i, dx, dy }) => {
      const x1 = snap(((x + dx - plane.left) / plane.width) * 8 - 4, ACROSS);
      const x2 = snap(3 - ((y + dy - plane.top) / plane.height) * 6, UP);
      put(view, { point: i + 1, points: replaced(i, [x1, x2, points()[i][2]]) });
    },
    (x, y) => {
      let best = null;
      let near = 24;
      points().forEach(([x1, x2], i) => {
        const dx = X(x1) - x;
        const dy = Y(x2) - y;
        const far = Math.hypot(dx, dy);
        if (far < near) [best, near] = [{ i, dx, dy }, far];
      });
      return best;
    },
  );
}
