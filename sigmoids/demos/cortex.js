import {
  axes,
  clamp,
  cut,
  dot,
  drag,
  element,
  format,
  frame,
  holds,
  line,
  logistic,
  make,
  memo,
  put,
  shown,
} from "./kit.js";

const RANGE = [-0.05, 0.5];
const SPAN = 40;
const NEAR = 28;

/**
 * S(x) = σ(a(x − θ)) − σ(−aθ), as a product that does not cancel near x = 0; its limit is k =
 * σ(aθ).
 */
export const response = (x, a, theta, k = logistic(a * theta)) =>
  -k * Math.expm1(-a * x) * logistic(a * (x - theta));

/** S′(x) = aσ(z)σ(−z) with z = a(x − θ). */
export const gain = (x, a, theta) => a * logistic(a * (x - theta)) * logistic(a * (theta - x));

/**
 * A population pair's couplings c and response (a, θ), with its inputs P and Q and both limits k.
 */
export const pair = (set, P, Q) => ({
  ...set,
  P,
  Q,
  k: set.a.map((a, i) => logistic(a * set.theta[i])),
});

/** dE/dt and dI/dt, with time in units of τ. */
export const dE = (E, I, { c, a, theta, k, P }) =>
  (k[0] - E) * response(c[0] * E - c[1] * I + P, a[0], theta[0], k[0]) - E;
export const dI = (E, I, { c, a, theta, k, Q }) =>
  (k[1] - I) * response(c[2] * E - c[3] * I + Q, a[1], theta[1], k[1]) - I;

/** The state after a time h, by Runge and Kutta's method of fourth order. */
export function step(E, I, h, p) {
  const e1 = dE(E, I, p);
  const i1 = dI(E, I, p);
  const e2 = dE(E + (h / 2) * e1, I + (h / 2) * i1, p);
  const i2 = dI(E + (h / 2) * e1, I + (h / 2) * i1, p);
  const e3 = dE(E + (h / 2) * e2, I + (h / 2) * i2, p);
  const i3 = dI(E + (h / 2) * e2, I + (h / 2) * i2, p);
  const e4 = dE(E + h * e3, I + h * i3, p);
  const i4 = dI(E + h * e3, I + h * i3, p);
  return [E + (h / 6) * (e1 + 2 * e2 + 2 * e3 + e4), I + (h / 6) * (i1 + 2 * i2 + 2 * i3 + i4)];
}

/** The states at 0, h, 2h, ..., at most n steps and not beyond the picture. */
export function path(E, I, h, n, p) {
  const states = [[E, I]];
  for (let i = 0; i < n && Math.max(...states[i].map(Math.abs)) < 1; i++)
    states.push(step(...states[i], h, p));
  return states;
}

/** Where E stands still, for an input x to E: E = kS/(1 + S), and the I that makes this input. */
const stillE = (x, { c, a, theta, k, P }) => {
  const s = response(x, a[0], theta[0], k[0]);
  const E = (k[0] * s) / (1 + s);
  return [E, (c[0] * E + P - x) / c[1]];
};

/** Where I stands still, for an input x to I. */
const stillI = (x, { c, a, theta, k, Q }) => {
  const s = response(x, a[1], theta[1], k[1]);
  const I = (k[1] * s) / (1 + s);
  return [(x + c[3] * I - Q) / c[2], I];
};

/** Stable, saddle or unstable: by trace and determinant, the sum and product of the eigenvalues. */
export function kind(E, I, p) {
  const { c, a, theta, k, P, Q } = p;
  const x = c[0] * E - c[1] * I + P;
  const y = c[2] * E - c[3] * I + Q;
  const e = (k[0] - E) * gain(x, a[0], theta[0]);
  const i = (k[1] - I) * gain(y, a[1], theta[1]);
  const ee = c[0] * e - 1 - response(x, a[0], theta[0], k[0]);
  const ii = -c[3] * i - 1 - response(y, a[1], theta[1], k[1]);
  if (ee * ii + c[1] * e * c[2] * i < 0) return "saddle";
  return ee + ii < 0 ? "stable" : "unstable";
}

/**
 * All fixed points [E, I, kind], from low to high E: dE/dt = 0 along the curve on which I stands
 * still.
 */
export function fixedPoints(p) {
  const { c, Q } = p;
  const found = [];
  const f = (x) => dE(...stillI(x, p), p);
  const search = (low, high, n, deeper) => {
    const at = (i) => low + ((high - low) * i) / n;
    const values = Array.from({ length: n + 1 }, (_, i) => f(at(i)));
    for (let i = 1; i <= n; i++) {
      const [u, v, w = v] = [values[i - 1], values[i], values[i + 1]];
      if (u > 0 !== v > 0) {
        let [a, b] = [at(i - 1), at(i)];
        for (let j = 0; j < 50; j++)
          if (f((a + b) / 2) > 0 === u > 0) a = (a + b) / 2;
          else b = (a + b) / 2;
        const [E, I] = stillI((a + b) / 2, p);
        found.push([E, I, kind(E, I, p)]);
      } else if (
        deeper &&
        v > 0 === w > 0 &&
        Math.abs(v) < Math.abs(u) &&
        Math.abs(v) < Math.abs(w)
      ) {
        // The curve turns near 0: two roots may hide between.
        search(at(i - 1), at(i + 1), 50, false);
      }
    }
  };
  search(Q - 0.1 * c[2] - 0.55 * c[3], Q + 0.55 * c[2] + 0.1 * c[3], 500, true);
  return found.sort((a, b) => a[0] - b[0]);
}

/**
 * Where a start leads: {point}, the index of a fixed point; {low, high, period}, a cycle of E; or
 * {}, neither within the time. The highest points of E close in on a cycle's by a constant factor;
 * once they do, the limit is known (Aitken) and the rest of the way is left out.
 */
export function fate(E, I, p, points, time = 600, h = 0.1) {
  let tops = [];
  let low = Infinity;
  let when = 0;
  let slope = dE(E, I, p);
  for (let t = 0; t < time; t += h) {
    for (let i = 0; i < points.length; i++) {
      if (points[i][2] === "stable" && Math.hypot(E - points[i][0], I - points[i][1]) < 1e-3)
        return { point: i };
    }
    let next = step(E, I, h, p);
    let after = dE(...next, p);
    low = Math.min(low, E);
    if (slope > 0 && after <= 0) {
      const at = (h * slope) / (slope - after);
      const top = step(E, I, at, p);
      tops = [...tops.slice(-3), top];
      const [d1, d2, d3] = [3, 2, 1].map(
        (j) => (tops.at(-j)?.[0] ?? NaN) - (tops.at(-j - 1)?.[0] ?? NaN),
      );
      if (Math.abs(d3) < 5e-7) return { low, high: top[0], period: t + at - when };
      [low, when] = [Infinity, t + at];
      const ratio = d3 / d2;
      const far = ratio / (1 - ratio);
      if (ratio > 0 && Math.abs(d2 / d1 - ratio) < 0.1 * (1 - ratio)) {
        next = [0, 1].map((j) => top[j] + far * (top[j] - tops.at(-2)[j]));
        after = -1;
        tops = [];
      }
    }
    [E, I] = next;
    slope = after;
  }
  return {};
}

/**
 * Fixed points and, where there is one, a cycle: looked for from beside unstable points and from
 * outside.
 */
export function regime(p) {
  const points = fixedPoints(p);
  const stable = points.filter(([, , k]) => k === "stable").length;
  const starts = points.filter(([, , k]) => k === "unstable").map(([E, I]) => [E + 2e-3, I]);
  let cycle;
  for (const [E, I] of [...starts, [0.5, 0], [0, 0.5]]) {
    const found = fate(E, I, p, points);
    if (found.period) {
      cycle = found;
      break;
    }
  }
  return { points, stable, cycle };
}

/**
 * The line that parts two fates: into the saddle along its stable direction, followed backward in
 * time.
 */
export function boundary([E, I], p) {
  const d = 1e-5;
  const slope = (f, e, i) => (f(E + e, I + i, p) - f(E - e, I - i, p)) / (2 * d);
  const [a, b, c, f] = [slope(dE, d, 0), slope(dE, 0, d), slope(dI, d, 0), slope(dI, 0, d)];
  const rate = (a + f) / 2 - Math.sqrt(((a - f) / 2) ** 2 + b * c);
  const size = Math.hypot(b, rate - a) / 1e-4;
  const branch = (s) => path(E + (s * b) / size, I + (s * (rate - a)) / size, -0.05, 500, p);
  return [...branch(-1).reverse(), ...branch(1)];
}

/** What the stable points and the cycle make of this pair of populations. */
export const regimeName = (stable, cycle) => {
  if (cycle) return stable ? "Rest or oscillation" : "Oscillation";
  return (
    ["No stable state found", "One resting state", "Two stable states"][stable] ??
    `${stable} stable states`
  );
};

/** A chevron at (x, y) that points along the unit vector (u, v). */
const chevron = (x, y, u, v) =>
  `M${x - 8 * u - 5 * v} ${y - 8 * v + 5 * u}L${x} ${y}L${x - 8 * u + 5 * v} ${y - 8 * v - 5 * u}`;

/** Chevrons along a way through points in pixels, in the box, some 80 pixels apart, six at most. */
function arrows(way, box) {
  const found = [];
  let gone = 30;
  for (let i = 1; i < way.length && found.length < 6; i++) {
    const u = way[i][0] - way[i - 1][0];
    const v = way[i][1] - way[i - 1][1];
    const size = Math.hypot(u, v);
    gone += size;
    if (gone < 80 || size < 0.3 || !holds(box, way[i])) continue;
    found.push(chevron(...way[i], u / size, v / size));
    gone = 0;
  }
  return found.join("");
}

/**
 * Where a text `wide` pixels wide fits beside one of the places and covers nothing drawn, or
 * undefined.
 */
const free = (wide, places, drawn, [left, top, width, height]) =>
  places
    .flatMap(([x, y]) => [
      [x + 8, y - 6],
      [x - 8 - wide, y - 6],
      [x + 8, y + 16],
      [x - 8 - wide, y + 16],
    ])
    .find(
      ([x, y]) =>
        x > left &&
        x + wide < left + width &&
        y - 13 > top &&
        y + 4 < top + height &&
        drawn.every(([u, v]) => u < x - 3 || u > x + wide + 3 || v < y - 15 || v > y + 6),
    );

const say = (words, x, y, color, anchor = "start") =>
  make("text", { x, y, "text-anchor": anchor, style: `fill:var(--${color})` }, words);

/**
 * The plane of E and I: directions, both curves of standing still, fixed points, the way from the
 * start.
 */
function drawPlane(svg, p, { points }, run, choice, box) {
  const [left, top, width, height] = box;
  const plane = { left, top, width, height };
  const [E0, I0] = run[0];
  const thin = { "stroke-width": 1.5 };
  const { X, Y, group } = axes(plane, {
    x: RANGE,
    y: RANGE,
    decimals: 1,
    xlabel: "E, excitatory activity",
    ylabel: width < 240 ? "I" : "I, inhibitory",
  });
  const pixels = (states) => states.map(([E, I]) => [X(E), Y(I)]);
  let field = "";
  for (let E = -0.025; E < 0.5; E += 0.05)
    for (let I = -0.025; I < 0.5; I += 0.05) {
      const u = X(dE(E, I, p)) - X(0);
      const v = Y(dI(E, I, p)) - Y(0);
      const size = Math.hypot(u, v) / 10;
      const foot = [X(E) - u / size / 2, Y(I) - v / size / 2];
      const write = (pair) => pair.map((w) => w.toFixed(1)).join(" ");
      field += `M${write(foot)}l${write([u / size, v / size])}`;
    }
  const [stillness, other] = [stillE, stillI].map((f) =>
    pixels(Array.from({ length: 241 }, (_, i) => f(i / 10 - 10, p))),
  );
  const saddle = choice && points.find(([, , k]) => k === "saddle");
  const parting = saddle ? pixels(boundary(saddle, p)) : [];
  const way = pixels(run);
  svg.append(
    group,
    line(field, "rule", thin),
    line(cut(stillness, plane), "blue", { "stroke-width": 2 }),
    line(cut(other, plane), "vermilion", { "stroke-width": 2 }),
    line(cut(way, plane) + arrows(way, plane), "ink", thin),
  );
  if (saddle)
    svg.append(line(cut(parting, plane), "faint", { ...thin, "stroke-dasharray": "3 4" }));
  svg.append(say("● stable ○ unstable", left + width, top - 4, "faint", "end"));

  const drawn = [...stillness, ...other, ...way, ...parting, ...pixels(points)];
  const label = (words, places, color) => {
    const size = words.length * 7.2;
    const [x, y] = free(size, places, drawn, box) ?? [];
    if (!x) return;
    for (let d = 0; d <= size; d += 9) drawn.push([x + d, y - 5]);
    svg.append(say(words, x, y, color));
  };
  label(
    "start",
    [
      [6, 0],
      [-6, 0],
      [-26, -10],
      [-26, 12],
    ].map(([u, v]) => [X(E0) + u, Y(I0) + v]),
    "ink",
  );
  const some = (places) => places.filter((_, i) => i % 4 === 0);
  label("E stands still", some(stillness), "blue-text");
  label("I stands still", some(other.reverse()), "vermilion-text");
  label("boundary", some(parting), "faint");
  const ring = { stroke: "var(--ink)", "stroke-width": 2, class: "" };
  for (const [E, I, k] of points)
    svg.append(dot(X(E), Y(I), k === "stable" ? "ink" : "paper", { ...ring, r: 5 }));
  svg.append(
    dot(X(E0), Y(I0), "paper", { ...ring, r: 9 }),
    dot(X(E0), Y(I0), "ink", { r: 3, class: "" }),
    dot(X(E0), Y(I0), "", { r: NEAR, fill: "transparent", class: "grab" }),
  );
  return { X, Y };
}

/** E and I over time. */
function drawClock(svg, run, [left, top, width, height]) {
  const box = { left, top, width, height };
  const { X, Y, group } = axes(box, { x: [0, SPAN], y: RANGE, xlabel: "time, in τ" });
  const [E, I] = run.at(-1);
  const right = left + width + 5;
  const apart = (Math.max(0, 15 - Math.abs(Y(E) - Y(I))) / 2) * (E < I ? 1 : -1);
  // A pixel is longer than 0.1 τ.
  const some = run.map((state, i) => [i / 10, ...state]).filter((_, i) => i % 2 === 0);
  const over = (j) =>
    cut(
      some.map((state) => [X(state[0]), Y(state[j + 1])]),
      box,
    );
  svg.append(
    group,
    line(over(0), "blue"),
    line(over(1), "vermilion"),
    say("E", right, Y(E) + 4 + apart, "blue-text"),
    say("I", right, Y(I) + 4 - apart, "vermilion-text"),
  );
}

export function render({ model, el }) {
  const sets = model.get("spec").sets;
  const limits = (n) => model.get("spec").controls.find((c) => c.name === n);
  const regimes = memo();
  let here;
  let run;
  let toState;
  let handle;

  function draw(svg, width, height) {
    const p = pair(sets[model.get("coupling")], model.get("P"), model.get("Q"));
    here = regimes(JSON.stringify(p), () => regime(p));
    const E0 = model.get("E0");
    const I0 = model.get("I0");
    const last = fate(E0, I0, p, here.points);
    const cycle = here.cycle ?? (last.period && last);
    const choice = here.stable + Boolean(cycle) > 1;
    run = path(E0, I0, 0.1, SPAN * 10, p);

    const half = Math.round(width * 0.55);
    const wide = width > 600;
    const box = wide ? [36, 22, half - 52, height - 66] : [36, 22, width - 52, 264];
    const { X, Y } = drawPlane(svg, p, here, run, choice, box);
    const clock = wide
      ? [half + 36, 22, width - half - 60, height - 66]
      : [36, 344, width - 60, height - 388];
    drawClock(svg, run, clock);
    toState = (x, y) => [(x - X(0)) / (X(1) - X(0)), (y - Y(0)) / (Y(1) - Y(0))];
    handle = [X(E0), Y(I0)];

    const words = [
      shown("regime", regimeName(here.stable, cycle)),
      choice ? "; the start decides. " : ". ",
    ];
    const value = (name, v, color) => shown(name, format(v, 2), color);
    if (last.period) {
      return [
        ...words,
        "This start leads to a rhythm: E swings between ",
        value("low", last.low, "blue"),
        " and ",
        value("high", last.high, "blue"),
        ", once in\u00a0",
        shown("period", format(last.period, 1)),
        "\u00a0τ.",
      ];
    }
    if (last.point === undefined)
      return [...words, "After 600\u00a0τ this start has led to no rest and no rhythm."];
    const [E, I] = here.points[last.point];
    return [
      ...words,
      "This start leads to rest at E\u00a0=\u00a0",
      value("E", E, "blue"),
      ", I\u00a0=\u00a0",
      value("I", I, "vermilion"),
      ".",
    ];
  }

  const begin = ([E, I]) =>
    put(model, { E0: clamp(E, limits("E0"), 0), I0: clamp(I, limits("I0"), 0) });
  const go = element("BUTTON", { type: "button" }, "Go on from the end");
  go.addEventListener("click", () => begin(run.at(-1)));
  const chosen = { coupling: () => put(model, { P: sets[model.get("coupling")].P, Q: 0 }) };
  const label = "Excitatory against inhibitory activity, and both over time";
  const svg = frame({ model, el, draw, chosen, extra: [go], label });
  const grab = (x, y) => (Math.hypot(x - handle[0], y - handle[1]) < NEAR ? 0 : null);
  drag(svg, (x, y) => begin(toState(x, y)), grab);
}
