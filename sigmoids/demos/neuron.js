import facts from "../models/neuron.json" with { type: "json" };
import {
  clamp,
  cut,
  drag,
  format,
  frame,
  HALO,
  holds,
  line,
  logistic,
  make,
  player,
  put,
  shown,
  trace,
} from "./kit.js";
import { chord, heat } from "./plane.js";

const { corners: CORNERS, reach: REACH } = facts;
const COLORS = ["vermilion", "blue"];

/** What each task wants at (0, 0), (0, 1), (1, 0) and (1, 1). */
export const TARGETS = facts.targets;

/** The weighted sum w₁x₁ + w₂x₂ + b. */
export const sum = ([w1, w2, b], [x1, x2]) => w1 * x1 + w2 * x2 + b;

/**
 * At each corner: z, the output σ(z), the error |target − σ(z)|, and whether it is on its side of
 * ½.
 */
export const judge = (weights, targets) =>
  targets.map((target, i) => {
    const z = sum(weights, CORNERS[i]);
    const side = target ? z : -z;
    // 0.1 + 0.2 − 0.3 is no side.
    return { z, output: logistic(z), error: logistic(-side), right: side > 1e-9 };
  });

/** One step of gradient descent on the mean log-loss of the four corners. */
export function descend(weights, targets, rate) {
  const next = [...weights];
  targets.forEach((target, i) => {
    const z = sum(weights, CORNERS[i]);
    const rest = target ? -logistic(-z) : logistic(z);
    [...CORNERS[i], 1].forEach((x, j) => {
      next[j] -= (rate / 4) * rest * x;
    });
  });
  return next;
}

const FREE = facts.free; // where the arrow hides no corner of the solved tasks

/**
 * Tail and head of the arrow w, from the line's point nearest to `near`; longer for larger weights.
 */
export function arrow([w1, w2, b], near = FREE) {
  const length = Math.hypot(w1, w2);
  const n = [w1 / length, w2 / length];
  const depth = -sum([w1, w2, b], near) / length;
  return [depth, depth + 0.18 + 0.02 * length].map((t) => [near[0] + t * n[0], near[1] + t * n[1]]);
}

/**
 * The weights, as large as before, whose line goes through `tail` and whose arrow points to `head`.
 */
export function turned([w1, w2], tail, head) {
  const far = Math.hypot(head[0] - tail[0], head[1] - tail[1]);
  const size = Math.hypot(w1, w2) / (far || 1);
  const [u, v] = far ? [size * (head[0] - tail[0]), size * (head[1] - tail[1])] : [w1, w2];
  return [u, v, -(u * tail[0] + v * tail[1])];
}

const share = (p) => (p < 0.0005 ? "<0.001" : p > 0.9995 ? ">0.999" : format(p, 3));
const short = (v) => String(Number(v.toFixed(2))).replace("-", "−");
const NEEDS = {
  and: "AND needs (1,\u00a01) alone on the side that the arrow w points to.",
  or: "OR needs (0,\u00a00) alone on the side that the arrow w points away from.",
};
const text = (x, y, words, extra = {}) =>
  make("text", { x, y, "text-anchor": "middle", ...extra }, words);
const START = { "text-anchor": "start" };
const END = { "text-anchor": "end" };
const BOLD = { style: "font-weight:600" };
const INSIDE = { style: "fill:var(--paper);font-weight:600;pointer-events:none" };
const node = (cx, cy, r, extra = {}) =>
  make("circle", {
    cx,
    cy,
    r,
    fill: "var(--paper)",
    stroke: "var(--ink)",
    "stroke-width": 1.5,
    ...extra,
  });

/** An arrow from one point to another, in pixels; with a box, what of it lies inside. */
function pointer([x0, y0], [x1, y1], color, width, box) {
  const long = Math.hypot(x1 - x0, y1 - y0);
  const u = (x1 - x0) / long;
  const v = (y1 - y0) / long;
  const half = 4 + 0.8 * width;
  const foot = (aside) => [x1 - 2 * half * u - aside * v, y1 - 2 * half * v + aside * u];
  const shaft = [[x0, y0], foot(0)];
  const group = make(
    "g",
    {},
    line(box ? cut(shaft, box) : `M${shaft.join("L")}`, color, { "stroke-width": width }),
  );
  if (!box || holds(box, [x1, y1])) {
    group.append(
      make("path", {
        d: `M${[[x1, y1], foot(half), foot(-half)].join("L")}Z`,
        fill: `var(--${color})`,
      }),
    );
  }
  return group;
}

/** Inputs, weights on arrows as thick as they are large, sum, σ and output, in a box. */
function diagram(inputs, weights, box) {
  const z = sum(weights, inputs);
  const group = make("g");
  const x = (part) => box.left + part * box.width;
  const middle = box.top + box.height / 2;
  const left = x(0) + 34;
  const sumX = x(0.53);
  const sigmaX = x(0.74);
  const r = 18;
  const under = middle + r + 17;
  ["w₁", "w₂", "b"].forEach((name, i) => {
    const w = weights[i];
    const y = middle + (i - 1) * (box.height / 2 - 18);
    const far = Math.hypot(sumX - left, middle - y) / r;
    const rim = [sumX - (sumX - left) / far, middle - (middle - y) / far];
    group.append(
      pointer([left, y], rim, w ? COLORS[w < 0 ? 0 : 1] : "faint", 1 + 0.6 * Math.abs(w)),
      node(left, y, 14),
      text(left, y + 5, i < 2 ? inputs[i] : 1, BOLD),
      text(left - 18, y + 5, ["x₁", "x₂", ""][i], END),
      text(left + (i === 1 ? 17 : 22), y + [0, -9, 11][i], `${name} = ${short(w)}`, {
        ...HALO,
        ...START,
      }),
    );
  });
  const S = (v) => sigmaX + (v / 6) * (r - 6);
  const P = (p) => middle + (0.5 - p) * (2 * r - 16);
  const dot = Math.min(6, Math.max(-6, z));
  group.append(
    pointer([sumX, middle], [sigmaX - r, middle], "ink", 1.5),
    pointer([sigmaX, middle], [x(1), middle], "ink", 1.5),
    node(sumX, middle, r),
    text(sumX, middle + 7, "Σ", { style: "font-size:20px" }),
    text(sumX, under, `z = ${short(z)}`, { ...HALO, "data-name": "z" }),
    node(sigmaX, middle, r),
    line(trace(logistic, [-6, 6], S, P, box), "blue", { "stroke-width": 2 }),
    make("circle", { cx: S(dot), cy: P(logistic(dot)), r: 4, fill: "var(--ink)" }),
    text(sigmaX, under, "σ(z)"),
    text(x(1), middle - 10, share(logistic(z)), { ...END, ...BOLD, "data-name": "output" }),
    text(x(1), under, "output", END),
  );
  return group;
}

/**
 * Where diagram and plane stand: side by side, or one above the other; pixels for one unit of
 * input.
 */
function layout(width, height) {
  const broad = width >= 560;
  const left = broad ? 0.5 * width + 24 : 24;
  const wide = width - 8 - left;
  const room = height - (broad ? 46 : 214);
  const tall = Math.min(room, wide);
  const top = broad ? 12 + (room - tall) / 2 : 172;
  const box = broad
    ? { left: 0, top: height / 2 - 110, width: 0.5 * width - 24, height: 220 }
    : { left: 0, top: 0, width: width - 4, height: 150 };
  return [box, { left, top, width: wide, height: tall }, wide / 2.6];
}

export function render({ model, el }) {
  const id = `heat-${Math.random().toString(36).slice(2)}`;
  const names = ["w1", "w2", "b"];
  const weights = () => names.map((n) => model.get(n));
  const targets = () => TARGETS[model.get("task")];
  const limits = Object.fromEntries(model.get("spec").controls.map((c) => [c.name, c]));
  // The arrow stands where it was dragged, as long as nothing else moves the line.
  let anchor = FREE;
  let dragged = "";
  const ends = () => arrow(weights(), String(weights()) === dragged ? anchor : FREE);

  let plane;
  let X;
  let Y;
  let scale;
  const place = (points) => points.map(([x, y]) => [X(x), Y(y)]);

  /** The plane of the inputs: colours of the output, the line and its arrow, the corners. */
  function drawPlane(svg, w, found, chosen) {
    const { left, top, width, height } = plane;
    const right = left + width;
    const bottom = top + height;
    const up = height / scale / 2;
    const whole = { x: left, y: top, width, height };
    svg.append(
      make("defs", {}, heat(id, w, sum(w, [0.5, 0.5]), plane, scale)),
      make("rect", { ...whole, fill: `url(#${id})`, stroke: "var(--rule)" }),
    );
    for (const v of [0, 1]) {
      svg.append(
        make("path", { class: "axis", d: `M${X(v)} ${top}V${bottom}M${left} ${Y(v)}H${right}` }),
        text(X(v), bottom + 17, v),
        text(left - 8, Y(v) + 4, v, END),
      );
    }
    svg.append(
      text(right, bottom + 17, "x₁", { class: "faint", ...END }),
      text(left - 6, top + 10, "x₂", { class: "faint", ...END }),
      text(left, bottom + 34, "drag the arrow, or touch a corner", { class: "faint", ...START }),
    );

    const rim = place(chord(w, REACH, [0.5 - up, 0.5 + up]));
    const [tail, head] = rim.length ? place(ends()) : [];
    if (tail) {
      const far = Math.hypot(head[0] - tail[0], head[1] - tail[1]);
      const [u, v] = [0, 1].map((i) => (head[i] - tail[i]) / far);
      svg.append(line(`M${rim.join("L")}`, "ink"), pointer(tail, head, "ink", 3, plane));
      if (holds(plane, tail))
        svg.append(make("circle", { cx: tail[0], cy: tail[1], r: 7, fill: "var(--ink)" }));
      if (holds(plane, head))
        svg.append(text(head[0] - 6 * u + 16 * v, head[1] - 6 * v - 16 * u + 4, "w", HALO));
    }
    CORNERS.forEach(([x1, x2], i) => {
      const { output, error, right: good } = found[i];
      const c = targets()[i];
      const cx = X(x1);
      const cy = Y(x2);
      const y = cy + (x2 ? -34 : 30);
      svg.append(
        make("circle", {
          cx,
          cy,
          r: 12,
          fill: `var(--${COLORS[c]}-text)`,
          style: "cursor:pointer",
        }),
        text(cx, cy + 5, c, INSIDE),
        text(cx, y, `${share(output)} ${good ? "✓" : "✗"}`, {
          ...HALO,
          "data-name": `corner${x1}${x2}`,
        }),
        text(cx, y + 16, `error ${share(error)}`, HALO),
      );
      if (x1 === chosen[0] && x2 === chosen[1])
        svg.append(node(cx, cy, 16, { fill: "none", "stroke-width": 2 }));
    });
    for (const [cx, cy] of tail ? [tail, head].filter((end) => holds(plane, end)) : []) {
      svg.append(make("circle", { cx, cy, r: 24, fill: "transparent", class: "grab" }));
    }
  }

  function draw(svg, width, height) {
    const w = weights();
    const chosen = [...model.get("inputs")].map(Number);
    const found = judge(w, targets());
    let box;
    [box, plane, scale] = layout(width, height);
    X = (v) => plane.left + (v - REACH[0]) * scale;
    Y = (v) => plane.top + plane.height / 2 - (v - 0.5) * scale;
    svg.append(diagram(chosen, w, box));
    drawPlane(svg, w, found, chosen);

    const task = model.get("task");
    const name = task.toUpperCase();
    const count = found.filter((f) => f.right).length;
    const worst = shown("worst", share(Math.max(...found.map((f) => f.error))));
    const start = [
      shown("count", count),
      ` of 4 outputs ${count === 1 ? "is" : "are"} on the right side of ½`,
    ];
    if (task === "xor") {
      return [
        ...start,
        "; 4 cannot be: z(0,\u00a00) + z(1,\u00a01) and z(0,\u00a01) + z(1,\u00a00)",
        " are always equal, here both ",
        shown("both", short(w[0] + w[1] + 2 * w[2])),
        ", but XOR needs the first sum below 0 and the second above.",
      ];
    }
    if (count < 4) return [...start, "; the largest error is ", worst, `. ${NEEDS[task]}`];
    return [
      ...start,
      `: this one unit does ${name}. Its largest error is `,
      worst,
      "; scaled up together, w₁, w₂ and b keep the line and make the error smaller.",
    ];
  }

  // Training goes on between the sliders' steps; what the reader sets meanwhile starts it from
  // there.
  let exact = [];
  let ticks = 0;
  const nearest = (values) => values.map((v, i) => clamp(v, limits[names[i]], 0));
  const show = (values) => put(model, Object.fromEntries(names.map((n, i) => [n, values[i]])));
  const train = player(
    () => {
      if (String(nearest(exact)) !== String(weights())) exact = weights();
      exact = descend(exact, targets(), 4).map((v, i) =>
        Math.min(limits[names[i]].high, Math.max(limits[names[i]].low, v)),
      );
      show(nearest(exact));
      ticks = (ticks + 1) % 150;
      return ticks > 0;
    },
    { label: "Train", most: 150 },
  );

  const svg = frame({
    model,
    el,
    draw,
    extra: [train],
    label:
      "A unit with two inputs, and its output over their plane, with the four corners of the task",
  });
  drag(
    svg,
    (x, y, { what, dx, dy, start }) => {
      // turned from the start, or rounding would add up
      if (typeof what === "string") return put(model, { inputs: what });
      const at = [
        (x + dx - plane.left) / scale + REACH[0],
        0.5 - (y + dy - plane.top - plane.height / 2) / scale,
      ];
      if (what === 0) anchor = at;
      show(nearest(turned(start, anchor, what === 0 ? [at[0] + start[0], at[1] + start[1]] : at)));
      dragged = String(weights());
    },
    (x, y) => {
      let best = null;
      let near = 24;
      const offer = (what, [x1, x2]) => {
        const dx = X(x1) - x;
        const dy = Y(x2) - y;
        const far = Math.hypot(dx, dy);
        const inside = Math.abs(x1 - 0.5) <= 1.3 && Math.abs(x2 - 0.5) <= plane.height / scale / 2;
        if (inside && far < near) [best, near] = [{ what, dx, dy, start: weights() }, far];
      };
      for (const corner of CORNERS) offer(corner.join(""), corner);
      if (Math.hypot(...weights().slice(0, 2)) > 1e-6) {
        for (const [i, end] of ends().entries()) offer(i, end);
      }
      if (best?.what === 0 || best?.what === 1) [anchor, dragged] = [ends()[0], String(weights())];
      return best;
    },
  );
}
