import { axes, clamp, dot, drag, format, frame, line, logistic, make, put, shown, trace } from "./kit.js";

/** P(t) = K·σ(r(t − t₀)). */
export const population = (t, { K, r, t0 }) => K * logistic(r * (t - t0));

/** Root of the mean squared distance between counts p at times t and the curve. */
export const misfit = (t, p, curve) =>
  Math.sqrt(t.reduce((sum, ti, i) => sum + (p[i] - population(ti, curve)) ** 2, 0) / t.length);

/** Least squares by Levenberg and Marquardt's method, from the curve given; {K, r, t0}. */
export function fit(t, p, { K, r, t0 }) {
  let best = [K, r, t0], error = misfit(t, p, { K, r, t0 }), damping = 1e-3;
  for (let round = 0; round < 200 && damping < 1e12; round++) {
    const [k, rate, mid] = best, A = [[0, 0, 0], [0, 0, 0], [0, 0, 0]], g = [0, 0, 0];
    t.forEach((ti, i) => {
      const s = logistic(rate * (ti - mid)), bend = k * s * logistic(-rate * (ti - mid));
      const row = [s, bend * (ti - mid), -bend * rate], rest = p[i] - k * s;
      for (let a = 0; a < 3; a++) {
        g[a] += row[a] * rest;
        for (let b = 0; b < 3; b++) A[a][b] += row[a] * row[b];
      }
    });
    for (let a = 0; a < 3; a++) A[a][a] *= 1 + damping;
    const step = solve(A, g), next = best.map((v, a) => v + step[a]);
    const after = misfit(t, p, { K: next[0], r: next[1], t0: next[2] });
    if (after < error) {
      const done = error - after < 1e-13 * error;
      [best, error, damping] = [next, after, damping / 10];
      if (done) break;
    } else damping *= 10; // NaN lands here, too
  }
  return { K: best[0], r: best[1], t0: best[2] };
}

/** A·x = b for three unknowns, by Cramer's rule. */
function solve(A, b) {
  const det = ([[a, c, d], [e, f, g], [h, i, j]]) => a * (f * j - g * i) - c * (e * j - g * h) + d * (e * i - f * h);
  const whole = det(A);
  return [0, 1, 2].map((k) => det(A.map((row, i) => row.map((v, j) => (j === k ? b[i] : v)))) / whole);
}

export function render({ model, el }) {
  const series = model.get("spec").series;
  const now = () => series[model.get("series")];
  const read = () => Object.fromEntries(["K", "r", "t0"].map((n) => [n, model.get(n)]));
  const controls = () => model.get("spec").controls.map((c) => {
    if (c.options) return c;
    const [low, high, step] = now()[c.name];
    const unit = { K: now().unit, r: now().time === "year" ? "per year" : "per hour", t0: now().time }[c.name];
    return { ...c, low, high, step, unit };
  });
  const chosen = {
    series() {
      const { K, r, t0 } = now();
      put(model, { K: K[3], r: r[3], t0: t0[3] });
    },
  };
  const least = make("BUTTON", { type: "button" }, "Least squares");
  least.addEventListener("click", () => {
    const best = fit(now().t, now().p, read());
    put(model, Object.fromEntries(controls().filter((c) => !c.options)
      .map((c) => [c.name, Math.min(c.high, Math.max(c.low, best[c.name]))])));
  });

  let toTime = (pixel) => pixel;
  function draw(svg, width, height) {
    const { t, p, frame: [left, right, bottom, top], time, count } = now(), c = read();
    const box = { left: 44, top: 14, width: width - 60, height: height - 62 };
    const a = axes(box, { x: [left, right], y: [bottom, top], xlabel: time, ylabel: count });
    toTime = (pixel) => left + ((pixel - box.left) / box.width) * (right - left);
    const dashed = { "stroke-width": 1.5, "stroke-dasharray": "5 4" };
    svg.append(a.group,
      line(`M${box.left} ${a.Y(c.K)}h${box.width}`, "faint", dashed),
      make("text", { class: "faint", x: box.left + box.width - 4, y: a.Y(c.K) - 5, "text-anchor": "end" }, "capacity K"),
      line(t.map((ti, i) => `M${a.X(ti)} ${a.Y(p[i])}V${a.Y(population(ti, c))}`).join(""), "vermilion", { "stroke-width": 1.5 }),
      line(trace((x) => population(x, c), [left, right], a.X, a.Y, box), "blue"),
      dot(a.X(c.t0), a.Y(c.K / 2), "blue"),
      ...t.map((ti, i) => make("circle", { cx: a.X(ti), cy: a.Y(p[i]), r: 4, fill: "var(--ink)" })));
    const error = format(misfit(t, p, c), time === "year" ? 4 : 2), ceiling = format(c.K, time === "year" ? 2 : 0);
    return ["The curve rises to ", shown("K", ceiling, "blue"), now().unit && ` ${now().unit}`, ", half of it at ",
      time === "year" ? format(c.t0, 0) : `hour ${format(c.t0, 2)}`, ". It misses the counts by ", shown("misfit", error, "vermilion"),
      " in the root mean square."];
  }

  const svg = frame({ model, el, draw, controls, chosen, extra: [least],
    label: "Counts over time and a logistic curve laid over them" });
  drag(svg, (pixel) => {
    const limits = controls().find((c) => c.name === "t0");
    put(model, { t0: clamp(toTime(pixel), limits, model.get("t0")) });
  });
}
