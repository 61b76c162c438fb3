import facts from "../models/zigzag.json" with { type: "json" };
import { random } from "./generator.js";
import {
  axes,
  clamp,
  cut,
  dot,
  drag,
  element,
  format,
  frame,
  HALO,
  holds,
  line,
  logistic,
  make,
  memo,
  player,
  put,
  shown,
} from "./kit.js";

const { examples: EXAMPLES, most: MOST, goal: GOAL, view: VIEW } = facts;

/** The weights of least loss: the targets are what a unit with them puts out. */
export const BEST = facts.best;

/** The 32 inputs: pairs of numbers from 0.2 to 1, each with its mirror image; or these, centred. */
export function inputs(kind) {
  const next = random(5);
  const x = [];
  while (x.length < EXAMPLES) {
    const a = 0.2 + 0.8 * next();
    const b = 0.2 + 0.8 * next();
    x.push([a, b], [b, a]);
  }
  const mean = x.reduce((sum, [a]) => sum + a, 0) / EXAMPLES;
  return kind === "positive" ? x : x.map(([a, b]) => [a - mean, b - mean]);
}

const DATA = Object.fromEntries(
  ["positive", "centred"].map((kind) => {
    const x = inputs(kind);
    return [kind, { x, target: x.map(([a, b]) => logistic(BEST[0] * a + BEST[1] * b)) }];
  }),
);

/** Log-loss (cross-entropy, nats) of the weights, the mean over all examples. */
export function loss(kind, [v, w]) {
  const { x, target } = DATA[kind];
  let sum = 0;
  for (let i = 0; i < EXAMPLES; i++) {
    const z = v * x[i][0] + w * x[i][1];
    sum += Math.log(1 + Math.exp(z)) - target[i] * z;
  }
  return sum / EXAMPLES;
}

const LEAST = loss("positive", BEST); // and "centred": BEST·x is the same

/** By how much a loss exceeds the least one: 0.01 is 1%. */
export const excess = (kind, weights) => loss(kind, weights) / LEAST - 1;

/** What one example asks for: the gradient of its own loss, (σ(w·x) − target)·x, reversed. */
export function pull(kind, i, [v, w]) {
  const { x, target } = DATA[kind];
  const [a, b] = x[i];
  const error = target[i] - logistic(v * a + w * b);
  return [error * a, error * b];
}

/**
 * Gradient descent from `start` until the loss is within 1% of the least, for 200 steps at most;
 * each step averages `batch` examples, taken in a shuffled order, anew in each round. The points
 * passed, in float32 as in most networks: with large rates the path is chaotic, and would else
 * differ between processors from the last digit on.
 */
export function descend({ inputs: kind, batch, rate, start }) {
  const next = random(2);
  const order = Array.from({ length: EXAMPLES }, (_, i) => i);
  const path = [start.map(Math.fround)];
  let [v, w] = path[0];
  let used = EXAMPLES;
  while (path.length <= MOST && excess(kind, [v, w]) > GOAL) {
    if (used + batch > EXAMPLES) {
      for (let i = EXAMPLES - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [order[i], order[j]] = [order[j], order[i]];
      }
      used = 0;
    }
    let a = 0;
    let b = 0;
    for (let i = 0; i < batch; i++) {
      const [p, q] = pull(kind, order[used++], [v, w]);
      a += p;
      b += q;
    }
    [v, w] = [Math.fround(v + (rate * a) / batch), Math.fround(w + (rate * b) / batch)];
    path.push([v, w]);
  }
  return path;
}

/** Whether step i of a path moves both weights up or both down. */
export const together = (path, i) =>
  (path[i][0] - path[i - 1][0]) * (path[i][1] - path[i - 1][1]) >= 0;

/**
 * For each level, points around BEST with that excess: Newton's method out along 72 rays, where the
 * loss climbs; they lie closer together along the valley, to follow its bend.
 */
export function contours(kind, levels) {
  const { x, target } = DATA[kind];
  const rays = Array.from({ length: 72 }, (_, k) => {
    const along = 3 * Math.cos((Math.PI * k) / 36);
    const across = Math.sin((Math.PI * k) / 36);
    return { c: along + across, s: across - along, r: 0.2 };
  });
  return levels.map((level) =>
    rays.map((ray) => {
      const at = (r) => [BEST[0] + r * ray.c, BEST[1] + r * ray.s];
      for (let round = 0, step = 1; round < 50 && Math.abs(step) > 1e-3; round++) {
        const [v, w] = at(ray.r);
        let rise = 0;
        for (let i = 0; i < EXAMPLES; i++) {
          const [a, b] = x[i];
          rise += (logistic(v * a + w * b) - target[i]) * (a * ray.c + b * ray.s);
        }
        step = ((excess(kind, [v, w]) - level) * LEAST * EXAMPLES) / rise;
        ray.r = Math.max(ray.r - step, ray.r / 4);
      }
      return at(ray.r);
    }),
  );
}

const LEVELS = [GOAL, 0.05, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8, 2.6, 3.6, 4.8];

export function render({ model, el }) {
  const maps = {};
  let path = [[0, 0]];
  const [ways, outlines] = [memo(), memo()];
  let toWeights = () => [0, 0];
  let handle = [0, 0];
  /** Steps shown, of those that there are; without `steps`, all. */
  const now = () => Math.min(model.get("steps"), path.length - 1);

  function draw(svg, width, height) {
    const [kind, batch, rate, w1, w2] = ["inputs", "batch", "rate", "w1", "w2"].map((n) =>
      model.get(n),
    );
    const key = [kind, batch, rate, w1, w2].join();
    path = ways(key, () => descend({ inputs: kind, batch: Number(batch), rate, start: [w1, w2] }));
    const n = now();
    const end = n === path.length - 1;
    const rows = width < 430 ? 2 : 1;
    const box = {
      left: 30,
      top: 22 + 18 * rows,
      width: width - 38,
      height: height - 62 - 18 * rows,
    };
    const unit = Math.min(box.width, box.height) / (2 * VIEW);
    const [far, high] = [box.width / unit / 2, box.height / unit / 2];
    const a = axes(box, { x: [-far, far], y: [-high, high], xlabel: "w₁", ylabel: "w₂" });
    toWeights = (x, y) => [(x - box.left) / unit - far, high - (y - box.top) / unit];
    const inside = make("svg", {
      x: box.left,
      y: box.top,
      width: box.width,
      height: box.height,
      viewBox: `${box.left} ${box.top} ${box.width} ${box.height}`,
    });
    const spot = ([v, w]) => `${a.X(v).toFixed(1)} ${a.Y(w).toFixed(1)}`;

    maps[kind] ??= contours(kind, LEVELS);
    const rings = outlines(`${kind} ${width}`, () =>
      maps[kind].map((points) => `M${points.map(spot).join("L")}Z`),
    );
    inside.append(
      ...rings.map((d, i) =>
        make("path", {
          d,
          fill: i ? "none" : "var(--blue)",
          "fill-opacity": 0.3,
          stroke: i ? "var(--rule)" : "var(--blue)",
        }),
      ),
    );

    // The pulls at the point from which the next step goes, the longest of 50 pixels.
    const at = path[end ? 0 : n];
    const pulls = DATA[kind].x.map((_, i) => pull(kind, i, at));
    const scale = 50 / (Math.max(...pulls.map((p) => Math.hypot(...p))) || 1); // no pull at BEST
    const foot = [a.X(at[0]), a.Y(at[1])];
    svg.append(
      a.group,
      inside,
      line(
        pulls
          .map(([p, q]) => cut([foot, [foot[0] + p * scale, foot[1] - q * scale]], box))
          .join(""),
        "ink",
        { "stroke-width": 1, "stroke-opacity": 0.55 },
      ),
    );

    let same = "";
    let apart = "";
    let count = 0;
    let way = 0;
    const points = path.slice(0, n + 1).map(([v, w]) => [a.X(v), a.Y(w)]);
    for (let i = 1; i <= n; i++) {
      const piece = cut([points[i - 1], points[i]], box);
      if (together(path, i)) [same, count] = [same + piece, count + 1];
      else apart += piece;
      way += Math.hypot(path[i][0] - path[i - 1][0], path[i][1] - path[i - 1][1]);
    }
    svg.append(
      line(same, "vermilion", { "stroke-width": 1.6 }),
      line(apart, "blue", { "stroke-width": 2.2 }),
      line(
        points
          .filter((point) => holds(box, point))
          .map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`)
          .join(""),
        "ink",
        { "stroke-width": 4, "stroke-linecap": "round" },
      ),
    );
    handle = [a.X(w1), a.Y(w2)];
    const note = (x, y, text, anchor) =>
      svg.append(make("text", { x, y, "text-anchor": anchor, ...HALO }, text));
    note(
      Math.min(a.X(BEST[0]) + 100, box.left + box.width - 4),
      a.Y(-4.3) + 14,
      "goal: within 1% of the least loss",
      "end",
    );
    const beside = Math.min(Math.max(handle[0], box.left + 92), box.left + box.width - 92);
    if (end || !n)
      note(
        beside,
        handle[1] + (handle[1] > box.top + 74 ? -56 : 66),
        "start: each example’s pull",
        "middle",
      );
    svg.append(
      ...[
        ["ink", 9],
        ["ink", 28],
      ].map(([color, r], i) => dot(...handle, color, { class: "grab", r, "fill-opacity": 1 - i })),
    );
    [
      ["vermilion", "both weights up, or both down"],
      ["blue", "one up, one down"],
    ].forEach(([color, text], i) => {
      const x = box.left + (rows === 1 ? i * 240 : 0);
      const y = 12 + (rows === 1 ? 0 : i * 18);
      svg.append(line(`M${x} ${y}h18`, color), make("text", { x: x + 24, y: y + 4 }, text));
    });

    const above = [
      shown("excess", `${format(100 * excess(kind, path[n]), 2)}%`),
      " above its least",
    ];
    if (path.length === 1)
      return ["The start lies in the goal already: the loss there is ", ...above, "."];
    if (!n) {
      return [
        "No step yet; the loss is ",
        ...above,
        ". Each line is what one example pulls for: a step is one pull, or the mean of several.",
      ];
    }
    const straight = Math.hypot(path[n][0] - path[0][0], path[n][1] - path[0][1]);
    const why =
      kind === "centred"
        ? "centred inputs do not force it"
        : batch === "1"
          ? "a positive input forces it"
          : "a mean of pulls need not";
    return [
      "In ",
      shown("share", `${format((100 * count) / n, 0)}%`, "vermilion"),
      " of ",
      shown("steps", String(n)),
      ` step${n > 1 ? "s" : ""} both weights rose or both fell: ${why}. The path is `,
      shown("way", straight > 1e-6 ? format(way / straight, 2) : "∞"),
      " × the straight line; the loss ",
      end ? (excess(kind, path[n]) <= GOAL ? "ends " : "is still ") : "is ",
      ...above,
      ".",
    ];
  }

  const go = (n) => put(model, { steps: n >= path.length - 1 ? MOST : n });
  const play = player(
    () => {
      if (now() >= path.length - 1) return false;
      go(now() + 1);
      return model.get("steps") < MOST;
    },
    { rate: 12 },
  );
  play.addEventListener(
    "click",
    () => {
      // before the player's own: at the end, it starts again
      if (play.textContent === "Play" && now() >= path.length - 1 && path.length > 1)
        put(model, { steps: 0 });
    },
    { capture: true },
  );
  const single = element("BUTTON", { type: "button" }, "One step");
  single.addEventListener("click", () => go(now() >= path.length - 1 ? 1 : now() + 1));

  const svg = frame({
    model,
    el,
    draw,
    extra: [play, single],
    label: "The path of gradient descent over the loss of a unit with two weights",
  });
  const limits = Object.fromEntries(model.get("spec").controls.map((c) => [c.name, c]));
  drag(
    svg,
    (x, y) => {
      const [v, w] = toWeights(x, y);
      put(model, {
        w1: clamp(v, limits.w1, model.get("w1")),
        w2: clamp(w, limits.w2, model.get("w2")),
      });
    },
    (x, y) => (Math.hypot(x - handle[0], y - handle[1]) <= 28 ? 0 : null),
  );
}
