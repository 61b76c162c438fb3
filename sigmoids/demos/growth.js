import {
  axes,
  clamp,
  dot,
  drag,
  element,
  format,
  frame,
  HALO,
  line,
  logistic,
  make,
  memo,
  put,
  shown,
  ticks,
  trace,
} from "./kit.js";

/** P(t) = K·σ(r(t − t₀)). */
export const population = (t, { K, r, t0 }) => K * logistic(r * (t - t0));

/** Root of the mean squared distance between counts p at times t and the curve. */
export const misfit = (t, p, curve) =>
  Math.sqrt(t.reduce((sum, ti, i) => sum + (p[i] - population(ti, curve)) ** 2, 0) / t.length);

/** The same curve by u = 1/K: 1/(u + e^(−a − r(t − m))). With u = 0 it has no ceiling. */
export const height = (t, { u, a, r, m }) => 1 / (u + Math.exp(-a - r * (t - m)));

/** K, r and t₀ of such a curve. */
export const numbers = ({ u, a, r, m }) => ({ K: 1 / u, r, t0: m - (a + Math.log(u)) / r });

const squares = (t, p, curve) => t.reduce((sum, ti, i) => sum + (p[i] - height(ti, curve)) ** 2, 0);

/** For u given, a line through the log-odds of p, weighted by how much they move the curve. */
function start(t, p, u) {
  const m = t.reduce((sum, ti) => sum + ti, 0) / t.length;
  let w = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let xy = 0;
  t.forEach((ti, i) => {
    const free = Math.max(0.02, 1 - u * p[i]);
    const z = Math.log(p[i] / free);
    const g = (p[i] * free) ** 2;
    const d = ti - m;
    w += g;
    x += g * d;
    y += g * z;
    xx += g * d * d;
    xy += g * d * z;
  });
  const r = (w * xy - x * y) / (w * xx - x * x);
  return { u, a: (y - r * x) / w, r, m };
}

/** Least squares by Levenberg and Marquardt's method, with u free or as it is. */
function descend(t, p, curve, free) {
  let best = { ...curve, error: squares(t, p, curve) };
  let damping = 1e-3;
  for (let round = 0; round < 200 && damping < 1e12; round++) {
    const A = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    const g = [0, 0, 0];
    t.forEach((ti, i) => {
      const h = height(ti, best);
      const bend = h * (1 - best.u * h);
      const rest = p[i] - h;
      const row = [free ? -h * h : 0, bend, bend * (ti - best.m)];
      for (let j = 0; j < 3; j++) {
        g[j] += row[j] * rest;
        for (let k = 0; k < 3; k++) A[j][k] += row[j] * row[k];
      }
    });
    if (!free) A[0][0] = 1;
    for (let j = 0; j < 3; j++) A[j][j] *= 1 + damping;
    const [du, da, dr] = solve(A, g);
    const next = { u: best.u + du, a: best.a + da, r: best.r + dr, m: best.m };
    next.error = squares(t, p, next);
    if (next.error < best.error) {
      const done = best.error - next.error < 1e-13 * best.error;
      best = next;
      damping /= 10;
      if (done) break;
    } else damping *= 10; // NaN lands here, too
  }
  return best;
}

/** A·x = b for three unknowns, by Cramer's rule. */
function solve(A, b) {
  const det = ([[a, c, d], [e, f, g], [h, i, j]]) =>
    a * (f * j - g * i) - c * (e * j - g * h) + d * (e * i - f * h);
  const whole = det(A);
  return [0, 1, 2].map(
    (k) => det(A.map((row, i) => row.map((v, j) => (j === k ? b[i] : v)))) / whole,
  );
}

/** The best curve with u = 1/K given; the sum of squares is its `error`. */
export const fitGiven = (t, p, u) => descend(t, p, start(t, p, u), false);

/** The best curve of all with K > 0, u = 0 included. */
export function fit(t, p) {
  const starts = [0, 0.3, 0.6, 0.9, 0.99].map((f) => start(t, p, f / Math.max(...p)));
  const near = starts.reduce((one, other) =>
    squares(t, p, other) < squares(t, p, one) ? other : one,
  );
  const best = descend(t, p, near, true);
  return best.u > 0 ? best : fitGiven(t, p, 0);
}

/** The curves of least and of greatest K whose squares are at most `factor` times the best's. */
export function range(t, p, best, factor) {
  const most = best.error * (factor - 1);
  // √(excess of squares) is nearly linear in u, so the rule of false position is fast.
  const over = (curve) => Math.sqrt(Math.max(0, curve.error - best.error)) - Math.sqrt(most);
  const edge = (outer) => {
    let [u, v] = [best.u, outer.u];
    let [f, g] = [-Math.sqrt(most), over(outer)];
    let found = outer;
    let h = g;
    for (let i = 0; i < 40 && Math.abs(h) > 1e-7 * Math.sqrt(most); i++) {
      found = fitGiven(t, p, (u * g - v * f) / (g - f));
      h = over(found);
      if (h * g < 0) [u, f] = [v, g];
      else f /= 2;
      [v, g] = [found.u, h];
    }
    return found;
  };
  const ceilingless = fitGiven(t, p, 0);
  let low = best;
  let u = Math.max(best.u, 0.01 / Math.max(...p));
  while (over(low) <= 0) {
    u *= 1.2;
    low = fitGiven(t, p, u);
  }
  return [edge(low), over(ceilingless) <= 0 ? ceilingless : edge(ceilingless)];
}

export function render({ model, el }) {
  const { series, factors } = model.get("spec");
  const curve = ["K", "r", "t0"];
  const data = ["until", "point", "shift"];
  const now = () => series[model.get("series")];
  const pick = (names) => Object.fromEntries(names.map((n) => [n, model.get(n)]));
  const controls = () =>
    model.get("spec").controls.map((c) => {
      if (c.options) return c;
      const [low, high, step] = now()[c.name];
      const { time, unit } = now();
      return {
        ...c,
        low,
        high,
        step,
        unit: { K: unit.trim(), r: `per ${time}`, shift: "%" }[c.name] ?? time,
      };
    });
  const chosen = {
    series() {
      put(model, Object.fromEntries([...curve, ...data].map((n) => [n, now()[n][3]])));
    },
  };

  /** What follows from the data as they are set; the curve laid over them has no part in it. */
  const studies = memo();
  const study = () =>
    studies([model.get("series"), ...Object.values(pick(data))].join(), () => learn(pick(data)));
  function learn({ until, point, shift }) {
    const { t, p, K } = now();
    const n = Math.max(3, t.filter((ti) => ti <= until).length);
    const used = t.slice(0, n);
    const moved = p.map((v, i) => (t[i] === point ? v * (1 + shift / 100) : v));
    const q = moved.slice(0, n);
    const best = fit(used, q);
    const far = best.u * K[1] < 1;
    const unmoved = 1 / fit(used, p.slice(0, n)).u;
    const drawn = numbers(far ? fitGiven(used, q, 1 / K[1]) : best);
    const span = n > 3 && range(used, q, best, factors[n]);
    return { n, used, q, moved, best, far, unmoved, drawn, span };
  }
  /** The best curve, as finely as the controls tell, and whether that is the one they hold. */
  const rounded = (from) =>
    Object.fromEntries(
      controls()
        .filter((c) => curve.includes(c.name))
        .map((c) => [c.name, clamp(from[c.name], c, c.low)]),
    );
  const isBest = () =>
    Object.entries(rounded(study().drawn)).every(([n, v]) => v === rounded(pick(curve))[n]);
  const toBest = () => put(model, rounded(study().drawn));
  const least = element("BUTTON", { type: "button" }, "Least squares");
  least.addEventListener("click", toBest);

  let toTime = (pixel) => pixel;
  const note = (x, y, words, more) =>
    make("text", { class: "faint", x, y, ...HALO, ...more }, words);
  const ring = (cx, cy, r, fill) =>
    make("circle", { cx, cy, r, fill, stroke: "var(--ink)", "stroke-width": 1.5 });

  /** The room between the curves at the two ends of the 95% range. */
  function fan({ a, end, path, right, top }, span) {
    const [low, high] = span.map((s) => path((x) => Math.min(top, height(x, s))));
    const [foot, head] = span.map((s) => a.Y(Math.min(top, height(right, s))));
    const gap = foot - head;
    const around = `${low}L${high.slice(1).split("L").reverse().join("L")}Z`;
    const name = {
      x: end - 4,
      y: gap > 60 ? head + 18 : foot + 16,
      "text-anchor": "end",
      style: "fill:var(--blue-text)",
    };
    return [
      make("path", { d: around, fill: "var(--blue)", "fill-opacity": 0.22 }),
      gap > 12 ? make("text", name, "95% range") : "",
    ];
  }
  /** A ring about the moved count, and its name where a rising curve leaves room. */
  function movedPoint({ a, box, end }, point, count, shift) {
    const x = a.X(point);
    const y = a.Y(count);
    const below = y < box.top + box.height - 35;
    const after = below && x < end - 90;
    const first = !below && x < box.left + 80;
    const by = shift ? ` ${shift > 0 ? "+" : ""}${format(shift, 1)}%` : "";
    return [
      ring(x, y, 9, "none"),
      make(
        "text",
        {
          x: after ? x + 4 : first ? box.left + 4 : x + 9,
          y: below ? y + 25 : y - 16,
          "text-anchor": after || first ? "start" : "end",
          ...HALO,
        },
        `${now().moment}${point}${by}`,
      ),
    ];
  }

  function draw(svg, width, tall) {
    const {
      t,
      frame: [left, right, bottom, top],
      axis,
      count,
    } = now();
    const { until, point, shift } = pick(data);
    const { n, used, q, moved, span, drawn } = study();
    const best = isBest();
    const c = best ? drawn : pick(curve);
    const box = { left: 44, top: 18, width: width - 60, height: tall - 66 };
    const end = box.left + box.width;
    const a = axes(box, {
      x: [left, right],
      y: [bottom, top],
      xlabel: axis,
      ylabel: count,
      xticks: false,
    });
    const path = (fun, last = right) => trace(fun, [left, Math.max(left, last)], a.X, a.Y, box);
    const view = { a, box, end, path, right, top };
    const room = c.K <= top;
    const P = (x) => Math.min(top, population(x, c)); // and where the curve leaves the frame:
    const leaves = room ? right : Math.min(right, c.t0 + Math.log(top / (c.K - top)) / c.r);
    toTime = (pixel) => left + ((pixel - box.left) / box.width) * (right - left);

    svg.append(
      a.group,
      ...ticks(left, right, box.width / 50).map((v) =>
        make(
          "text",
          {
            x: a.X(v),
            y: box.top + box.height + 17,
            "text-anchor": "middle",
            "aria-hidden": "true",
          },
          format(v, 0),
        ),
      ),
    );
    if (best && span) svg.append(...fan(view, span));
    if (n < t.length) {
      const dotted = { "stroke-width": 1, "stroke-dasharray": "2 4" };
      svg.append(
        line(`M${a.X(until)} ${box.top}v${box.height}`, "faint", dotted),
        note(end, box.top - 6, "○ not used", { "text-anchor": "end" }),
      );
    }
    const dashed = { "stroke-width": 1.5, "stroke-dasharray": "5 4" };
    svg.append(
      line(room ? `M${box.left} ${a.Y(c.K)}h${box.width}` : "M0 0", "faint", dashed),
      note(box.left + 5, room ? a.Y(c.K) - 5 : box.top + 13, room ? "capacity K" : "capacity K ↑"),
    );
    const misses = used.map((ti, i) => `M${a.X(ti)} ${a.Y(q[i])}V${a.Y(P(ti))}`).join("");
    svg.append(line(misses, "vermilion", { "stroke-width": 1.5 }), line(path(P, leaves), "blue"));
    if (c.K / 2 <= top && c.t0 >= left && c.t0 <= right)
      svg.append(dot(a.X(c.t0), a.Y(c.K / 2), "blue"));
    svg.append(
      ...t.map((ti, i) => ring(a.X(ti), a.Y(moved[i]), 4, i < n ? "var(--ink)" : "var(--paper)")),
    );
    if (t.includes(point) && (shift || point !== now().point[3])) {
      svg.append(...movedPoint(view, point, moved[t.indexOf(point)], shift));
    }
    return best ? report() : byHand(c);
  }

  const capacity = (name, K, color) => shown(name, format(K, now().decimals[0]), color);
  const missed = (name, error, color) => shown(name, format(error, now().decimals[1]), color);
  function byHand(c) {
    const { n, used, q, best } = study();
    const { noun, unit, at, decimals } = now();
    return [
      "The curve rises to ",
      capacity("K", c.K, "blue"),
      `${unit}, half of it ${at}`,
      format(c.t0, decimals[2]),
      `. It misses ${n} ${noun} by `,
      missed("misfit", misfit(used, q, c), "vermilion"),
      " in the root mean square, the best curve by ",
      missed("least", Math.sqrt(best.error / n)),
      ".",
    ];
  }
  function report() {
    const { n, used, q, best, far, drawn, span, unmoved } = study();
    const { noun, unit, K } = now();
    const { until, point, shift } = pick(data);
    const words = [`Best for ${n} ${noun}: `];
    const of = unit.replace(" persons", ""); // four lines are the room
    if (!best.u) words.push(shown("K", "K runs away", "blue"), `, past ${K[1]}${of}. `);
    else
      words.push(
        "K = ",
        capacity("K", 1 / best.u, "blue"),
        ...(far
          ? [`${of}, past its slider. `]
          : [", missing by ", missed("misfit", misfit(used, q, drawn), "vermilion"), `${of}. `]),
      );
    if (span)
      words.push(
        "95% range, if all misses are chance: ",
        capacity("low", 1 / span[0].u),
        ...(span[1].u
          ? [" to ", capacity("high", 1 / span[1].u), "."]
          : [" and up; these data do not bound K."]),
      );
    else
      words.push(
        best.u
          ? `With three ${noun} nothing is left to tell how sure K is.`
          : "These data do not bound K.",
      );
    if (shift && point > until) words.push(" The moved one is unused.");
    else if (shift && !best.u && unmoved === Infinity) words.push(" Unmoved, too.");
    else if (shift && unmoved === Infinity) words.push(" Unmoved, K runs away.");
    else if (shift) words.push(" Unmoved, K = ", capacity("unmoved", unmoved), ".");
    return words;
  }

  const svg = frame({
    model,
    el,
    draw,
    controls,
    chosen,
    extra: [least],
    near: true,
    label: "Counts over time and a logistic curve laid over them",
  });
  drag(svg, (pixel) => {
    const limits = controls().find((c) => c.name === "t0");
    put(model, { t0: clamp(toTime(pixel), limits, model.get("t0")) });
  });

  // A curve that is the best one stays so when the data change under it.
  const seen = () => ({
    series: model.get("series"),
    data: data.map((n) => model.get(n)).join(),
    curve: curve.map((n) => model.get(n)).join(),
    best: isBest(),
  });
  let last = seen();
  model.on("change", () =>
    queueMicrotask(() => {
      const next = seen();
      if (
        last.best &&
        next.series === last.series &&
        next.curve === last.curve &&
        next.data !== last.data
      )
        toBest();
      last = seen();
    }),
  );
}
