import facts from "../models/depth.json" with { type: "json" };
import { random } from "./generator.js";
import {
  axes,
  element,
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

const { width: WIDTH, deepest: DEEPEST, names: NAMES } = facts;

/**
 * Each activation with its slope. Squashed values are stored in float32: a net with large weights
 * is chaotic, and would otherwise blow the last digit, in which processors differ, up to a visible
 * one.
 */
export const ACTIVATIONS = {
  sigmoid: [(z) => Math.fround(logistic(z)), (z) => logistic(z) * logistic(-z)],
  tanh: [(z) => Math.fround(Math.tanh(z)), (z) => 4 * logistic(2 * z) * logistic(-2 * z)],
  relu: [(z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)],
};
const SLOPES = { sigmoid: "σ′ ≤ ¼", tanh: "≤ 1", relu: "0 or 1" };
const SMALLEST = 2 ** -126;
const LARGEST = (2 - 2 ** -23) * 2 ** 127; // of float32’s normal numbers

const drawn = { seed: null, numbers: new Float64Array(2 * WIDTH + DEEPEST * WIDTH ** 2) };

/**
 * Uniform numbers of mean 0 and variance 1: an input, the gradient at the end, weights by layer.
 */
function numbers(seed) {
  if (drawn.seed !== seed) {
    const next = random(seed);
    const u = drawn.numbers;
    for (let i = 0; i < u.length; i++) u[i] = (2 * next() - 1) * Math.sqrt(3);
    drawn.seed = seed;
  }
  return drawn.numbers;
}

function length(v) {
  let sum = 0;
  for (let i = 0; i < WIDTH; i++) sum += v[i] * v[i];
  return Math.sqrt(sum);
}

/**
 * One pass forward and one back through `layers` layers with weights U(±√3·scale/√32). `norms`: the
 * gradient of the weighted sums z at the last layer, which is 1, at the one before, …, at layer 1.
 * `stretch`, `slope`: what a layer's weights, and its slopes, multiply it by; geometric means.
 */
export function gradients(activation, layers, scale, seed) {
  const [phi, slope] = ACTIVATIONS[activation];
  const u = numbers(seed);
  const unit = scale / Math.sqrt(WIDTH);
  const weights = (layer) => 2 * WIDTH + (layer - 1) * WIDTH ** 2;
  const sums = [null];
  let a = u.subarray(0, WIDTH);
  let delta = u.subarray(WIDTH, 2 * WIDTH);
  let spread = 0;
  for (let layer = 1; layer < layers; layer++) {
    const z = new Float64Array(WIDTH);
    const next = new Float64Array(WIDTH);
    for (let i = 0, w = weights(layer); i < WIDTH; i++) {
      let sum = 0;
      for (let j = 0; j < WIDTH; j++, w++) sum += u[w] * a[j];
      z[i] = sum * unit;
      next[i] = phi(z[i]);
    }
    sums.push(z);
    a = next;
  }
  const first = length(delta);
  const norms = [1];
  for (let layer = layers - 1; layer >= 1; layer--) {
    const back = new Float64Array(WIDTH);
    const z = sums[layer];
    for (let i = 0, w = weights(layer + 1); i < WIDTH; i++) {
      const d = delta[i] * unit;
      for (let j = 0; j < WIDTH; j++, w++) back[j] += u[w] * d;
    }
    spread += Math.log(length(back) / length(delta));
    for (let j = 0; j < WIDTH; j++) back[j] *= slope(z[j]);
    delta = back;
    norms.push(length(delta) / first);
  }
  const steps = layers - 1;
  const stretch = Math.exp(spread / steps);
  return { norms, stretch, slope: norms[steps] ** (1 / steps) / stretch };
}

/** What becomes of the gradient, in words. */
export function verdict(ratio) {
  if (ratio < SMALLEST) return ratio > 2 ** -150 ? "float32 loses digits" : "0 in float32";
  if (ratio < 1) return ratio < 1e-6 ? "below one millionth" : "above one millionth";
  return ratio > LARGEST
    ? "float32 overflows"
    : ratio > 1e6
      ? "above one million"
      : "it has not shrunk";
}

const reach = (needed, least) => facts.decades.find((s) => s >= Math.max(needed, least));

export function render({ model, el }) {
  function draw(svg, width, height) {
    const [chosen, n, scale, seed] = ["activation", "layers", "scale", "seed"].map((name) =>
      model.get(name),
    );
    const nets = Object.fromEntries(
      Object.keys(NAMES).map((name) => [name, gradients(name, n, scale, seed)]),
    );
    const logs = Object.values(nets).flatMap((net) => net.norms.map(Math.log10));
    const low = -reach(-Math.min(...logs), 8);
    const high = reach(Math.max(...logs), 2);
    const box = { left: 46, top: 22, width: width - 118, height: height - 68 };
    const bottom = box.top + box.height;
    const a = axes(box, {
      x: [0, n - 1],
      y: [low, high],
      xticks: false,
      powers: true,
      ylabel: "gradient (last layer: 1)",
    });
    svg.append(a.group);

    const inner = ticks(1, n, box.width / 50).filter(
      (layer) =>
        Number.isInteger(layer) &&
        a.X(n - layer) > box.left + 26 &&
        a.X(n - layer) < box.left + box.width - 26,
    );
    for (const layer of [n, ...inner, 1]) {
      svg.append(
        make("path", { class: "axis", d: `M${a.X(n - layer)} ${bottom}v4` }),
        make("text", { x: a.X(n - layer), y: bottom + 17, "text-anchor": "middle" }, layer),
      );
    }
    svg.append(
      make(
        "text",
        { class: "faint", x: width - 6, y: bottom + 36, "text-anchor": "end" },
        width < 400
          ? "layer, from last to first →"
          : "layer: the gradient runs from the last to the first →",
      ),
    );

    const mark = (exponent, text) => {
      if (exponent < low || exponent > high || Math.abs(a.Y(exponent) - a.Y(0)) < 22) return;
      // On the left, unless the chosen net has crossed the mark by half its way.
      const middle = Math.log10(nets[chosen].norms[(n - 1) >> 1]);
      const left = middle < exponent === exponent > 0;
      const place = left
        ? { x: box.left + 6 }
        : { x: box.left + box.width - 4, "text-anchor": "end" };
      svg.append(
        line(`M${box.left} ${a.Y(exponent)}h${box.width}`, "ink", {
          "stroke-width": 1,
          "stroke-dasharray": "4 4",
        }),
        make("text", { ...place, y: a.Y(exponent) - 5, ...HALO }, text),
      );
    };

    const ends = Object.entries(nets)
      .map(([name, { norms }]) => {
        const points = norms.map((v, k) => `${a.X(k).toFixed(1)} ${a.Y(Math.log10(v)).toFixed(1)}`);
        const path = (extra) =>
          line(`M${points.join("L")}`, name === chosen ? "vermilion" : "faint", extra);
        const round = { "stroke-width": n > 30 ? 5 : 7, "stroke-linecap": "round" };
        const drawn =
          name === chosen
            ? [path({}), line(`M${points.join("h0M")}h0`, "vermilion", round)]
            : [path({ "stroke-width": 1.3 })];
        return { name, y: a.Y(Math.log10(norms[n - 1])), drawn };
      })
      .sort((p, q) => p.y - q.y);
    for (const end of ends) if (end.name !== chosen) svg.append(...end.drawn);
    svg.append(...ends.find((end) => end.name === chosen).drawn);
    mark(-6, "one millionth");
    mark(Math.log10(SMALLEST), "least normal float32");
    mark(Math.log10(LARGEST), "largest float32");

    for (let i = 1; i < 3; i++) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + 16);
    for (let i = 2, limit = bottom; i >= 0; i--, limit = ends[i + 1].y - 16)
      ends[i].y = Math.min(ends[i].y, limit);
    for (const { name, y } of ends) {
      const style =
        name === chosen ? "fill:var(--vermilion-text);font-weight:600" : "fill:var(--faint)";
      svg.append(make("text", { x: box.left + box.width + 9, y: y + 4, style }, NAMES[name]));
    }

    const { norms, stretch, slope } = nets[chosen];
    const ratio = norms[n - 1];
    const plain = ratio >= 0.01 && ratio < 100;
    return [
      "A layer’s mean factor is ",
      shown("stretch", format(stretch, 3)),
      " (weights) × ",
      shown("slope", format(slope, 3)),
      ` (slopes ${SLOPES[chosen]}) ≈ `,
      shown("factor", format(stretch * slope, 3), "vermilion"),
      ". Layer 1 gets ",
      shown("ratio", plain ? format(ratio, 2) : scientific(ratio, 2), "vermilion"),
      " of the gradient: ",
      make("SPAN", { "data-name": "verdict" }, verdict(ratio)),
      ".",
    ];
  }

  const preset = (text, scale, title) => {
    const button = element("BUTTON", { type: "button", title }, text);
    button.addEventListener("click", () => put(model, { scale }));
    return button;
  };
  frame({
    model,
    el,
    draw,
    label: "The gradient at each layer of a net, from the last layer back to the first",
    extra: [
      preset("Xavier", 1, "Scale 1: variance 1/32"),
      preset("He", 1.41, "Scale 1.41, about √2: variance 2/32"),
    ],
  });
}
