import { make } from "./kit.js";

/** The two ends of the line w₁x₁ + w₂x₂ + b = 0 on a rectangle's rim, or none. */
export function chord([w1, w2, b], across, up) {
  const length = Math.hypot(w1, w2);
  if (length < 1e-6) return [];
  const foot = [(-b / length) * (w1 / length), (-b / length) * (w2 / length)];
  const go = [-w2 / length, w1 / length];
  let low = -Infinity;
  let high = Infinity;
  for (const [i, [least, most]] of [across, up].entries()) {
    if (Math.abs(go[i]) < 1e-12) {
      if (foot[i] < least || foot[i] > most) return [];
      continue;
    }
    const ends = [(least - foot[i]) / go[i], (most - foot[i]) / go[i]];
    low = Math.max(low, Math.min(...ends));
    high = Math.min(high, Math.max(...ends));
  }
  return low < high ? [low, high].map((t) => [foot[0] + t * go[0], foot[1] + t * go[1]]) : [];
}

/**
 * A gradient `id` in the colours of σ(z), z = w₁x₁ + w₂x₂ + b: blue towards 1, none at ½, vermilion
 * to 0. `z` is its value in the middle of the box, `scale` the pixels of one unit of x.
 */
export function heat(id, [w1, w2], z, box, scale) {
  const steep = Math.hypot(w1, w2) / scale; // z per pixel
  const cx = box.left + box.width / 2;
  const cy = box.top + box.height / 2;
  const reach = Math.hypot(box.width, box.height) / 2;
  const dx = steep ? (w1 / scale / steep) * reach : reach;
  const dy = steep ? (-w2 / scale / steep) * reach : 0;
  const low = z - steep * reach;
  const high = z + steep * reach;
  const levels = [low];
  for (let v = -7; v <= 7; v += 0.5) if (v > low && v < high) levels.push(v);
  const stops = [...levels, high].flatMap((v) =>
    (v < 0 ? [0] : v > 0 ? [1] : [0, 1]).map((c) =>
      make("stop", {
        offset: steep ? (v - low) / (high - low) : 0,
        "stop-color": `var(--${["vermilion", "blue"][c]})`,
        "stop-opacity": 0.5 * Math.abs(Math.tanh(v / 2)),
      }),
    ),
  );
  return make(
    "linearGradient",
    { id, gradientUnits: "userSpaceOnUse", x1: cx - dx, y1: cy - dy, x2: cx + dx, y2: cy + dy },
    ...stops,
  );
}
