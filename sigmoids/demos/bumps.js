import facts from "../models/bumps.json" with { type: "json" };
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
  player,
  put,
  shown,
} from "./kit.js";

const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const { parts: PARTS, penalty: PENALTY, most: MOST, yeast } = facts;
const RATE = yeast.rate * yeast.hours; // Carlson's yeast, whose 18 hours are 1
const MIDDLE = yeast.middle / yeast.hours;

/** The targets on [0, 1], each with an antiderivative and the heights that the picture shows. */
export const TARGETS = {
  sine: {
    f: (x) => Math.sin(2 * Math.PI * x),
    F: (x) => -Math.cos(2 * Math.PI * x) / (2 * Math.PI),
    y: [-1.5, 1.5],
  },
  sawtooth: {
    f: (x) => 2 * x - (x >= 0.5),
    F: (x) => x * x - Math.max(0, x - 0.5),
    y: [-0.5, 1.5],
  },
  runge: {
    f: (x) => 1 / (1 + 25 * (2 * x - 1) ** 2),
    F: (x) => Math.atan(5 * (2 * x - 1)) / 10,
    y: [-0.5, 1.5],
  },
  yeast: {
    f: (x) => logistic(RATE * (x - MIDDLE)),
    F: (x) => softplus(RATE * (x - MIDDLE)) / RATE,
    y: [-0.5, 1.5],
  },
};
const GRID = Array.from({ length: PARTS + 1 }, (_, i) => i / PARTS);

/**
 * Where the edges of n bumps are: the outer two so far out that the ends of [0, 1] are not their
 * business.
 */
export const edges = (n) =>
  Array.from({ length: n + 1 }, (_, i) => (i === 0 ? -9 : i === n ? 10 : i / n));

/** The sigmoids σ(k(x − edge)) on the points x: one row an edge. */
const steps = (x, n, k) => edges(n).map((edge) => x.map((v) => logistic(k * (v - edge))));

/** The n bumps σ(k(x − a)) − σ(k(x − b)) on the points x: one row a bump. */
export const bumps = (x, n, k, rows = steps(x, n, k)) =>
  rows.slice(1).map((after, i) => after.map((v, j) => rows[i][j] - v));

/** Weights as the target's average over each n-th of [0, 1]. */
export const averages = ({ F }, n) =>
  Array.from({ length: n }, (_, i) => n * (F((i + 1) / n) - F(i / n)));

/**
 * Weights c for the least mean of (sum − target)² on the points x, plus 1e-8 |c|²: it bounds them.
 */
export function leastSquares({ f }, x, rows) {
  const n = rows.length;
  const y = x.map(f);
  const L = rows.map(() => new Float64Array(n));
  const c = new Float64Array(n);
  const mean = (u, v) => {
    let sum = 0;
    for (let j = 0; j < u.length; j++) sum += u[j] * v[j];
    return sum / u.length;
  };
  for (let i = 0; i < n; i++) {
    // Cholesky's factor L of the normal equations, and L⁻¹ of their right side
    for (let j = 0; j <= i; j++) {
      let rest = mean(rows[i], rows[j]) + (i === j ? PENALTY : 0);
      for (let m = 0; m < j; m++) rest -= L[i][m] * L[j][m];
      L[i][j] = i === j ? Math.sqrt(rest) : rest / L[j][j];
    }
    c[i] = mean(rows[i], y);
    for (let m = 0; m < i; m++) c[i] -= L[i][m] * c[m];
    c[i] /= L[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let m = i + 1; m < n; m++) c[i] -= L[m][i] * c[m];
    c[i] /= L[i][i];
  }
  return [...c];
}

/**
 * The sum of bumps on 501 points, its weights and parts, and how far it is from the target there.
 */
export function approximate(name, weights, n, k) {
  const target = TARGETS[name];
  const sigmoids = steps(GRID, n, k);
  const rows = bumps(GRID, n, k, sigmoids);
  const c = weights === "averages" ? averages(target, n) : leastSquares(target, GRID, rows);
  const sum = GRID.map(() => 0);
  for (let i = 0; i < n; i++) for (let j = 0; j < sum.length; j++) sum[j] += c[i] * rows[i][j];
  const miss = sum.map((v, j) => v - target.f(GRID[j]));
  const rms = Math.sqrt(miss.reduce((total, v) => total + v * v, 0) / miss.length);
  if (name === "sawtooth") miss.push(sum[250] - 1); // just left of its jump the target is near 1
  const at = miss.reduce((best, v, j) => (Math.abs(v) > Math.abs(miss[best]) ? j : best), 0);
  return { sigmoids, rows, c, sum, miss, rms, at, worst: Math.abs(miss[at]) };
}

/** The bump that is shown as a pair: of the inner ones the first that is about the highest. */
export function pick(c) {
  const inner = c.length > 2 ? c.slice(1, -1) : c;
  const most = Math.max(...inner.map(Math.abs));
  return inner.findIndex((v) => Math.abs(v) >= 0.999 * most) + (c.length > 2);
}

export function render({ model, el }) {
  const read = () =>
    Object.fromEntries(
      ["target", "weights", "n", "k", "epsilon"].map((name) => [name, model.get(name)]),
    );
  let handle;
  let toHeight;
  const [fits, grids, grounds] = [memo(), memo(), memo()];
  const now = ({ target, weights, n, k }) =>
    fits(`${target} ${weights} ${n} ${k}`, () => approximate(target, weights, n, k));

  function draw(svg, width, height) {
    const p = read();
    const { epsilon } = p;
    const { f, y } = TARGETS[p.target];
    const { sigmoids, rows, c, sum, miss, rms, at, worst } = now(p);
    const upper = { left: 40, top: 18, width: width - 58, height: height * 0.6 - 18 };
    const lower = { ...upper, top: height * 0.6 + 30, height: height * 0.4 - 66 };
    const a = axes(upper, { x: [0, 1], y, xticks: false });
    const ends = rows.map((row, m) => c[m] * row.reduce((u, v) => Math.max(u, v), 0));
    const room = 0.08 * (Math.max(0, ...ends) - Math.min(0, ...ends) || 1);
    const narrow = width < 480;
    const low = Math.min(0, ...ends) - room;
    const high = Math.max(0, ...ends) + room;
    const b = axes(lower, { x: [0, 1], y: [low, high], xlabel: "x" });
    // Of the grid's points, as a path writes them.
    const places = grids(width, () => GRID.map((x) => a.X(x).toFixed(1)));
    /** The points at the heights h(j), from one point of the grid to another. */
    const points = (h, Y, [first, last] = [0, 500]) => {
      const found = [];
      for (let j = first; j < last; j += narrow ? 2 : 1)
        found.push(`${places[j]} ${Y(h(j)).toFixed(1)}`);
      return [...found, `${places[last]} ${Y(h(last)).toFixed(1)}`];
    };
    const path = (...way) => `M${points(...way).join("L")}`;
    const note = (x, py, words, color, anchor = "start") =>
      make(
        "text",
        {
          x,
          y: py,
          "text-anchor": anchor,
          style: `fill:var(--${color})`,
          ...HALO,
        },
        words,
      );

    // The target with its band of ±ε, the sum, and the parts of it that leave the band.
    const kept = (v) => Math.min(y[1], Math.max(y[0], v));
    const [band, goal] = grounds(`${p.target} ${epsilon} ${width}`, () => {
      const heights = GRID.map(f);
      const edge = (shift) => points((j) => kept(heights[j] + shift), a.Y);
      const around = [...edge(epsilon), ...edge(-epsilon).reverse()];
      return [`M${around.join("L")}z`, path((j) => heights[j], a.Y)];
    });
    const total = (j) => sum[j];
    let out = "";
    let from;
    for (let j = 1; j <= GRID.length; j++) {
      if (j < GRID.length && Math.abs(miss[j]) > epsilon) from ??= j - 1;
      else if (from !== undefined) [out, from] = [out + path(total, a.Y, [from, j - 1])];
    }
    const px = a.X(at > 500 ? 0.5 : GRID[at]);
    const aim = at > 500 ? 1 : f(GRID[at]);
    const got = sum[at > 500 ? 250 : at];
    const inside = Math.min(y[1] * 0.97, Math.max(y[0] * 0.97, (aim + got) / 2));
    const left = px > upper.left + width * 0.7;
    handle = [a.X(1), a.Y(f(1) + epsilon)];
    toHeight = (py) =>
      y[0] + ((upper.top + upper.height - py) / upper.height) * (y[1] - y[0]) - f(1);
    svg.append(
      a.group,
      b.group,
      make("path", { d: band, fill: "var(--faint)", "fill-opacity": 0.22 }),
      line(goal, "ink", { "stroke-width": 1.5, "stroke-dasharray": "5 3" }),
      line(path(total, a.Y), "blue"),
      line(out || "M0 0", "vermilion", { "stroke-width": 4 }),
      line(`M${px} ${a.Y(aim)}V${a.Y(got)}`, "vermilion", { "stroke-width": 2 }),
      note(
        px + (left ? -7 : 7),
        a.Y(inside) + 4,
        `${format(worst, 3)} off`,
        "vermilion-text",
        left ? "end" : "start",
      ),
      note(upper.left + 4, upper.top - 4, "sum of bumps", "blue-text"),
      note(upper.left + 108, upper.top - 4, narrow ? "target ± ε" : "target (dashed) ± ε", "ink"),
    );

    // The bumps; of one of them, the pair of sigmoids whose difference it is, as far as they fit.
    const i = pick(c);
    const part = (row, fits) => [row.findIndex(fits), row.findLastIndex(fits)];
    const scaled = (row, m) => (j) => c[m] * row[j];
    const parts = rows.map((row) => part(row, (v) => v > 1e-3));
    const [first, last] = parts[i];
    const all = rows.map((row, m) => path(scaled(row, m), b.Y, parts[m]));
    const step = (row) => {
      const fitting = part(row, (v) => c[i] * v >= low && c[i] * v <= high);
      return fitting[0] < 0 ? "M0 0" : path(scaled(row, i), b.Y, fitting);
    };
    svg.append(
      line(all.join(""), "blue", { "stroke-width": 1 }),
      make("path", {
        d: `${all[i]}L${places[last]} ${b.Y(0)}L${places[first]} ${b.Y(0)}z`,
        fill: "var(--blue)",
        "fill-opacity": 0.3,
      }),
      line(step(sigmoids[i]), "ink", { "stroke-width": 1.5, "stroke-dasharray": "4 3" }),
      line(step(sigmoids[i + 1]), "ink", { "stroke-width": 1.5, "stroke-dasharray": "1 3" }),
      note(
        lower.left + 4,
        lower.top - 5,
        narrow
          ? "bump = dashed − dotted σ"
          : "each bump: one sigmoid (dashed) less another (dotted)",
        "ink",
      ),
      dot(...handle, "ink", { class: "grab" }),
      note(handle[0] - 12, handle[1] - 8, "ε", "ink", "end"),
    );
    return told(p, c, rms, worst, miss);
  }

  function told({ target, n, k, epsilon }, c, rms, worst, miss) {
    const share = miss.filter((v) => Math.abs(v) > epsilon).length / miss.length;
    const rise = (2 * Math.log(9)) / k;
    const ratio = rise * n;
    const largest = Math.max(...c.map(Math.abs));
    const [noun, verb] = n === 1 ? ["bump", "misses"] : ["bumps", "miss"];
    const words = [
      shown("count", `${n} ${noun}`, "blue"),
      ` of ${2 * n} sigmoids ${verb} the target by at most `,
      shown("worst", format(worst, 3), "vermilion"),
      ", in the root mean square by ",
      shown("rms", format(rms, 3), "vermilion"),
      ". ",
    ];
    words.push(
      ...(worst > epsilon
        ? [
            `Outside ±${format(epsilon, 2)} on `,
            shown("outside", `${format(100 * share, 1)}%`, "vermilion"),
            " of [0,\u00a01].",
          ]
        : [`Within ±${format(epsilon, 2)} `, shown("outside", "everywhere", "blue"), "."]),
    );
    if (target === "sawtooth") {
      return [
        ...words,
        " At its jump every continuous sum is off by at least 0.5;",
        " the theorem is about targets without jumps.",
      ];
    }
    if (largest > 3) {
      return [
        ...words,
        " Flat bumps fit by cancelling: weights up to ",
        shown("largest", format(largest, 1)),
        ".",
      ];
    }
    if (worst <= epsilon)
      return [...words, " For every ε some bumps do, says the theorem, without finding them."];
    if (n === 1) return [...words, " One bump over all of [0,\u00a01] is a constant."];
    words.push(
      " An edge rises (10% to 90%) over ",
      shown("rise", format(rise, 3)),
      ", a bump is ",
      format(1 / n, 3),
      " wide: ",
    );
    return [
      ...words,
      ratio > 1 ? "too flat, neighbours blur." : ratio < 0.3 ? "a staircase." : "rounded steps.",
    ];
  }

  const add = element("BUTTON", { type: "button" }, "Add one");
  const more = () => put(model, { n: Math.min(MOST, model.get("n") + 1) });
  add.addEventListener("click", more);
  const fill = player(
    () => {
      const p = read();
      if (p.n === MOST || now(p).worst <= p.epsilon) return false;
      more();
      return true;
    },
    { label: "Add until it fits", rate: 5 },
  );
  const svg = frame({
    model,
    el,
    draw,
    extra: [add, fill],
    near: true,
    label: "A target curve, a sum of bumps over it, and below the bumps",
  });
  const limits = model.get("spec").controls.find((control) => control.name === "epsilon");
  drag(
    svg,
    (_, py) => put(model, { epsilon: clamp(toHeight(py), limits, model.get("epsilon")) }),
    (px, py) => (Math.hypot(px - handle[0], py - handle[1]) < 28 ? true : null),
  );
}
