import {
  axes,
  clamp,
  dot,
  drag,
  format,
  frame,
  line,
  logistic,
  make,
  put,
  shown,
  trace,
} from "./kit.js";

/** L·σ(k(x − x₀)). */
export const curve = (x, { k, x0, L }) => L * logistic(k * (x - x0));

/** Its slope: kL·s(1 − s), with 1 − s computed as σ(−z), which does not cancel. */
export const slope = (x, { k, x0, L }) => k * L * logistic(k * (x - x0)) * logistic(-k * (x - x0));

const REACH = [-8, 8];

export function render({ model, el }) {
  const read = () => Object.fromEntries(["x", "k", "x0", "L"].map((n) => [n, model.get(n)]));
  let toX = (pixel) => pixel;

  function draw(svg, width, height) {
    const p = read();
    const y = curve(p.x, p);
    const m = slope(p.x, p);
    const s = y / p.L;
    const inner = { left: 44, width: width - 60 };
    const top = { ...inner, top: 14, height: height * 0.52 };
    const low = { ...inner, top: height * 0.52 + 44, height: height * 0.48 - 84 };
    toX = (pixel) => REACH[0] + ((pixel - inner.left) / inner.width) * (REACH[1] - REACH[0]);
    const most = Math.max(1, p.L) * 1.04;
    const a = axes(top, { x: REACH, y: [0, most], ylabel: "f(x)", xticks: false });
    const b = axes(low, {
      x: REACH,
      y: [0, Math.max(0.25, (p.k * p.L) / 4) * 1.1],
      ylabel: "f′(x)",
      xlabel: "x",
    });

    // The tangent, up to 90 pixels to each side and inside the axes.
    const px = inner.width / 16;
    const py = top.height / most;
    const reach = Math.min(90, top.height * 0.4) / Math.hypot(px, m * py);
    const end = (way) => {
      const far = Math.min(
        reach,
        ...(way < 0 ? [p.x - REACH[0], y / m] : [REACH[1] - p.x, (most - y) / m]),
      );
      return `${a.X(p.x + way * far)} ${a.Y(y + way * m * far)}`;
    };
    const tangent = `M${end(-1)}L${end(1)}`;

    // The rectangle s × (1 − s): its sides add up to 1, so it is largest as a square.
    const side = Math.min(72, inner.width / 5);
    const rx = inner.left + 12;
    const ry = top.top + 26;
    const box = make(
      "g",
      {},
      make("rect", {
        x: rx,
        y: ry,
        width: side,
        height: side,
        fill: "none",
        stroke: "var(--rule)",
      }),
      make("rect", {
        x: rx,
        y: ry + side * s,
        width: side * s,
        height: side * (1 - s),
        fill: "var(--vermilion)",
        "fill-opacity": 0.35,
        stroke: "var(--vermilion)",
      }),
      make("text", { x: rx + side + 8, y: ry + side / 2 - 3 }, "s × (1 − s)"),
      make("text", { x: rx + side + 8, y: ry + side / 2 + 14 }, `= ${format(s * (1 - s), 4)}`),
    );

    svg.append(
      a.group,
      b.group,
      line(`M${a.X(p.x)} ${a.Y(0)}V${b.Y(0)}`, "rule", {
        "stroke-width": 1,
        "stroke-dasharray": "3 4",
      }),
      line(
        trace((x) => curve(x, p), REACH, a.X, a.Y, top),
        "blue",
      ),
      line(
        trace((x) => slope(x, p), REACH, b.X, b.Y, low),
        "vermilion",
      ),
      line(tangent, "vermilion", { "stroke-width": 2 }),
      dot(a.X(p.x), a.Y(y), "blue"),
      dot(b.X(p.x), b.Y(m), "vermilion"),
      box,
    );

    const value = (name, v, color) => shown(name, format(v, 4), color);
    return [
      "f(x) = ",
      value("f", y, "blue"),
      ", slope f′(x) = ",
      value("slope", m, "vermilion"),
      " = kL · s(1 − s) with s = f/L = ",
      value("s", s),
      ". The slope is nowhere above kL/4 = ",
      value("greatest", (p.k * p.L) / 4, "vermilion"),
      ".",
    ];
  }

  const svg = frame({
    model,
    el,
    draw,
    label: "An S-curve with its tangent, and below it its slope",
  });
  const limits = model.get("spec").controls.find((c) => c.name === "x");
  drag(svg, (pixel) => put(model, { x: clamp(toX(pixel), limits, model.get("x")) }));
}
