import net from "../models/backprop.json" with { type: "json" };
import { random } from "./generator.js";
import {
  axes,
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
  scientific,
  shown,
} from "./kit.js";

const { steps: LAST, near: NEAR, corners: CORNERS } = net; // NEAR: an answer is learnt
const BACK = net.stages.length - 1; // the last stage, all the way back
const HIDDEN = ["h1", "h2"];

/** The nine weights of a start, −2 to 2 in hundredths, by mulberry32; in start 0 each is ½. */
export function begin(start) {
  const next = random(start);
  return net.weights.map(() => (start ? (Math.floor(next() * 401) - 200) / 100 : 0.5));
}

/**
 * One corner, forward and back: sums z, outputs a, slopes a(1 − a), errors δ = ∂E/∂z, gradient of
 * E.
 */
export function pass(w, [x1, x2]) {
  const [w11, w12, b1, w21, w22, b2, v1, v2, b3] = w;
  const target = x1 ^ x2;
  const z1 = w11 * x1 + w12 * x2 + b1;
  const z2 = w21 * x1 + w22 * x2 + b2;
  const h1 = logistic(z1);
  const h2 = logistic(z2);
  const z3 = v1 * h1 + v2 * h2 + b3;
  const a = logistic(z3);
  // 1 − a as σ(−z), which does not cancel where a is near 1.
  const s1 = h1 * logistic(-z1);
  const s2 = h2 * logistic(-z2);
  const s3 = a * logistic(-z3);
  const miss = target ? -logistic(-z3) : a;
  const d3 = miss * s3;
  const d1 = d3 * v1 * s1;
  const d2 = d3 * v2 * s2;
  return {
    target,
    miss,
    z: [z1, z2, z3],
    a: [h1, h2, a],
    slope: [s1, s2, s3],
    delta: [d1, d2, d3],
    E: miss ** 2 / 2,
    gradient: [d1 * x1, d1 * x2, d1, d2 * x1, d2 * x2, d2, d3 * h1, d3 * h2, d3],
  };
}

/** A path of descent before its first step. */
const setOut = (start) => ({ weights: [begin(start)], losses: [], learnt: Infinity });

/**
 * Descent on C, the sum of E over the corners: weights and C after 0, 1, … steps, and when all is
 * learnt. A path that was given goes on.
 */
export function descend(start, rate, steps, path = setOut(start)) {
  for (let n = path.losses.length; n <= steps; n++) {
    const next = path.weights[n].slice();
    let C = 0;
    let near = 0;
    for (const x of CORNERS) {
      const { E, miss, gradient } = pass(path.weights[n], x);
      for (let i = 0; i < 9; i++) next[i] -= rate * gradient[i];
      C += E;
      near += Math.abs(miss) < NEAR;
    }
    if (near === 4) path.learnt = Math.min(path.learnt, n);
    path.losses.push(C);
    path.weights.push(next);
  }
  return path;
}

export function render({ model, el }) {
  const paths = memo();
  let targets = []; // what can be tapped: where it is, and what happens then
  let chart;
  const read = () => Object.fromEntries(model.get("spec").parameters.map((n) => [n, model.get(n)]));
  const travel = ({ start, rate, steps }) => {
    const path = paths(`${start} ${rate}`, () => setOut(start));
    return descend(start, rate, steps, path);
  };

  /** A node is tapped: its stage comes, or its way back if it is there. */
  const visit = ({ known, errorKnown = known }) =>
    put(model, { stage: model.get("stage") === known ? errorKnown : known });
  /** An input is tapped, or a corner. */
  const flip = (i) => {
    const corner = [...model.get("corner")].map(Number);
    corner[i] = 1 - corner[i];
    choose(corner);
  };
  const choose = (corner) => put(model, { corner: corner.join("") });

  function draw(svg, width, height) {
    const p = read();
    const { stage, steps } = p;
    const { weights, losses } = travel(p);
    const w = weights[steps];
    const x = [...p.corner].map(Number);
    const now = pass(w, x);
    const narrow = width < 480;
    const answers = CORNERS.map((c) => pass(w, c));
    const { nodes, edges } = net.stages[stage];
    const forward = stage < net.back;
    const tint = forward ? "blue" : "vermilion";
    const text = (px, py, words, color = "ink", extra = {}) =>
      make(
        "text",
        {
          x: px,
          y: py,
          "text-anchor": "middle",
          style: `fill:var(--${color});font-size:12px`,
          ...HALO,
          "stroke-width": 6,
          ...extra,
        },
        words,
      );

    const W = narrow ? width : width - 240;
    const H = narrow ? 262 : height - 20;
    const r = 20;
    const [xi, xh, xo] = [22, W * 0.5 - 4, W - 34];
    const [top, middle, low] = [0.25, 0.5, 0.75].map((f) => f * H);
    const places = {
      x1: [xi, top],
      x2: [xi, low],
      h1: [xh, top],
      h2: [xh, low],
      a: [xo, middle],
      E: [xo, 22],
    };
    targets = net.nodes.map((node, i) => ({
      at: places[node.id],
      tap: () => (node.id[0] === "x" ? flip(i) : visit(node)),
    }));
    for (const edge of net.edges) {
      const [from, to] = edge.split(" ").map((id) => places[id]);
      const on = edges.includes(edge);
      svg.append(line(`M${from}L${to}`, on ? tint : "rule", { "stroke-width": on ? 3.5 : 1.5 }));
    }
    const value = (v, d = 3) => format(v, d);
    const rim = (on, color) => ({
      stroke: `var(--${on ? tint : color})`,
      "stroke-width": on ? 4 : 1.5,
      style: "cursor:pointer",
    });
    const seen = [...x, ...now.a.map((v) => value(v, 2)), value(now.E)];
    for (const [i, { id, name, known }] of net.nodes.entries()) {
      const [cx, cy] = places[id];
      const look = { fill: "var(--paper)", ...rim(nodes.includes(id), "faint") };
      const shown = stage >= known ? seen[i] : "?";
      if (id === "E") {
        svg.append(
          make("rect", { x: cx - 31, y: cy - 18, width: 62, height: 36, rx: 6, ...look }),
          text(cx, cy - 3, `E, t = ${now.target}`, "faint"),
          text(cx, cy + 12, shown),
        );
      } else {
        svg.append(
          make("circle", { cx, cy, r, ...look }),
          text(cx, cy - 4, name, "faint"),
          text(cx, cy + 12, shown),
        );
      }
    }

    // Each weight, and under it its gradient, once that is known. What is not yet known is an empty
    // text: were it left out, all after it would be made anew.
    const biases = { h1: [xh, top - r - 22], h2: [xh, low + r + 18], a: [xo, middle + r + 50] };
    // How far along its edge a weight stands, how far below it, and its gradient below the weight.
    const spots = {
      "x1 h1": [0.5, -8, 22],
      "x2 h1": [0.32, -2, 14],
      "x1 h2": [0.32, -2, 14],
      "x2 h2": [0.5, -8, 22],
      "h1 a": [0.48, -18, 14],
      "h2 a": [0.42, 14, 14],
    };
    for (const [i, { name, from, to, gradientKnown }] of net.weights.entries()) {
      let [px, py] = biases[to];
      let below = 14;
      if (from) {
        const [share, lift, space] = spots[`${from} ${to}`];
        const [a, b] = [places[from], places[to]];
        px = a[0] + (b[0] - a[0]) * share;
        py = a[1] + (b[1] - a[1]) * share + lift;
        below = space;
      }
      const slope = stage >= gradientKnown ? value(now.gradient[i]) : "";
      svg.append(
        text(px, py, `${name} ${value(w[i], 2)}`),
        text(px, py + below, slope, "vermilion-text"),
      );
    }

    // What the error is multiplied with on its way back.
    for (const [i, words] of ["a − t", value(now.miss)].entries()) {
      const end = { "text-anchor": "end" };
      svg.append(text(xo - 6, 55 + 14 * i, forward ? "" : words, "vermilion-text", end));
    }
    const heights = { h1: top + r + 17, h2: low - r - 22, a: middle + r + 17 };
    const errors = net.nodes.filter(({ error }) => error);
    for (const [i, { id, error, errorKnown }] of errors.entries()) {
      const [px, py] = [places[id][0], heights[id]];
      const [slope, delta] =
        stage >= errorKnown
          ? [`σ′ ${value(now.slope[i])}`, `${error} ${value(now.delta[i])}`]
          : ["", ""];
      svg.append(
        text(px, py, slope, "vermilion-text"),
        text(px, py + 14, delta, "vermilion-text", { "font-weight": 600 }),
      );
    }

    // The net's answer everywhere, and at the four corners.
    const side = narrow ? 112 : 150;
    const left = narrow ? 1 : width - side - 22;
    const head = narrow ? H + 20 : 20;
    const n = 16;
    const X = (u) => left + ((u + 0.4) / 1.8) * side;
    const Y = (u) => head + side - ((u + 0.4) / 1.8) * side;
    const shades = Array(21).fill("");
    const cell = side / n;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const a = pass(w, [((i + 0.5) / n) * 1.8 - 0.4, ((j + 0.5) / n) * 1.8 - 0.4]).a[2];
        shades[Math.round(20 * a)] +=
          `M${left + i * cell} ${head + side - j * cell}h${cell}v${-cell}h${-cell}z`;
      }
    svg.append(
      ...shades.map((d, i) =>
        make("path", {
          d,
          fill: "var(--blue)",
          "fill-opacity": 0.03 * i,
          "shape-rendering": "crispEdges",
        }),
      ),
    );
    const bare = { stroke: "none" };
    svg.append(
      make("rect", {
        x: left,
        y: head,
        width: side,
        height: side,
        fill: "none",
        stroke: "var(--rule)",
      }),
      text(left, head - 6, "a; ● should be 1, ○ 0", "faint", { "text-anchor": "start" }),
      text(left + side / 2, head + side - 5, "x₁", "ink", bare),
      text(left + 11, head + side / 2 + 4, "x₂", "ink", bare),
    );
    CORNERS.forEach((c, i) => {
      const [cx, cy] = [X(c[0]), Y(c[1])];
      targets.push({ at: [cx, cy], tap: () => choose(c) });
      const on = c.join("") === p.corner;
      svg.append(
        make("circle", {
          cx,
          cy,
          r: on ? 8 : 5,
          fill: `var(--${answers[i].target ? "ink" : "paper"})`,
          ...rim(on, "ink"),
        }),
        text(cx, cy + (c[1] ? -11 : 20), value(answers[i].a[2], 2), "ink", bare),
      );
    });

    // The loss so far.
    const box = narrow
      ? { left: side + 42, top: head + 4, width: width - side - 60, height: side - 22 }
      : { left: width - 180, top: head + side + 46, width: 162, height: height - head - side - 86 };
    let most = 0.8;
    for (let i = 0; i <= steps; i++) most = Math.max(most, losses[i] * 1.1);
    const a = axes(box, { x: [0, LAST], y: [0, most], ylabel: "loss C" });
    let trail = "M";
    for (let i = 0; i < steps; i += 3)
      trail += `${a.X(i).toFixed(1)} ${a.Y(losses[i]).toFixed(1)}L`;
    chart = {
      ...box,
      steps: (px) => Math.round(Math.min(1, Math.max(0, (px - box.left) / box.width)) * LAST),
    };
    const end = [a.X(steps), a.Y(losses[steps])];
    svg.append(a.group, line(trail + end, "blue", { "stroke-width": 2 }), dot(...end, "blue"));
    return [...told(p, now, x, w), make("BR"), ...learning(p, answers, losses)];
  }

  /** What this stage has computed, in one sentence. */
  function told({ stage }, now, x, w) {
    const decimals = (v) => 2 - Math.min(2, Math.floor(Math.log10(Math.abs(v))));
    const plain = (v) => (Math.abs(v) < 1e-5 ? scientific(v, 1) : format(v, decimals(v)));
    const b = (name, v) => shown(name, plain(v), stage < net.back ? "blue" : "vermilion");
    const k = HIDDEN.indexOf(net.stages[stage].nodes[0]);
    const s = "₁₂"[k];
    if (stage === 0) {
      return [
        `In goes (${x[0]},\u00a0${x[1]}); `,
        shown("target", `${now.target}`, "blue"),
        " should come out. Next computes h₁.",
      ];
    }
    if (stage < 3)
      return [
        `h${s} = σ(w${s}₁x₁ + w${s}₂x₂ + b${s}) = σ(${plain(now.z[k])}) = `,
        b("a", now.a[k]),
        ".",
      ];
    if (stage === 3) {
      return [
        `a = σ(v₁h₁ + v₂h₂ + b₃) = σ(${plain(now.z[2])}) = `,
        b("a", now.a[2]),
        `, and it should be ${now.target}.`,
      ];
    }
    if (stage === 4)
      return ["E = ½(a − t)² = ", b("E", now.E), ". Now back: what would each weight change in E?"];
    if (stage === 5) {
      return [
        `δ₃ = ∂E/\u2060∂z₃ = (a − t) · a(1 − a) = ${plain(now.miss)} × ${plain(now.slope[2])} = `,
        b("delta", now.delta[2]),
        ". The slope of σ comes from the stored a.",
      ];
    }
    const g = (i) => b(`g${i}`, now.gradient[i]);
    if (stage === 6) {
      return [
        "Error times input: ∂E/\u2060∂v₁ = δ₃h₁ = ",
        g(6),
        ", ∂E/\u2060∂v₂ = δ₃h₂ = ",
        g(7),
        ", ∂E/\u2060∂b₃ = δ₃ = ",
        g(8),
        ".",
      ];
    }
    const factors = [w[6 + k], now.slope[k]].map(plain).join(" × ");
    if (stage % 2) {
      return [
        `δ${s} = ∂E/\u2060∂z${s} = δ₃ · v${s} · h${s}(1 − h${s}) = `,
        `${plain(now.delta[2])} × ${factors} = `,
        b("delta", now.delta[k]),
        ".",
      ];
    }
    const all = [
      `∂E/\u2060∂w${s}₁ = ${plain(now.miss)} × ${plain(now.slope[2])} × ${factors} × ${x[0]} = `,
      g(3 * k),
    ];
    if (x[0] && x[1]) return [...all, `, and the same for w${s}₂ and b${s}: both end in × 1.`];
    return [
      ...all,
      `. For w${s}₂ it ends in x₂ = ${x[1]}: `,
      g(3 * k + 1),
      `, for b${s} in 1: `,
      g(3 * k + 2),
      ".",
    ];
  }

  /** How far learning has come. */
  function learning({ steps, start }, answers, losses) {
    const near = answers.filter((p) => Math.abs(p.miss) < NEAR).length;
    const C = losses[steps];
    const flat = steps >= 100 && near < 4 && Math.abs(losses[steps - 100] - C) < 0.02 * C;
    const end = near === 4 ? ": XOR is learnt." : start === 0 ? ": h₁ = h₂." : ".";
    return [
      "C = ",
      shown("C", format(C, 4), "blue"),
      " after ",
      shown("steps", String(steps)),
      steps === 1 ? " step" : " steps",
      flat ? ", a plateau; " : "; ",
      shown("near", `${near} of 4`),
      " answers within 0.1 of t",
      end,
    ];
  }

  const button = (name, action) => {
    const made = element("BUTTON", { type: "button" }, name);
    made.addEventListener("click", action);
    return made;
  };
  const walk = (name, by) =>
    button(name, () => put(model, { stage: Math.min(BACK, Math.max(0, model.get("stage") + by)) }));
  const step = button("Step", () => put(model, { steps: Math.min(LAST, model.get("steps") + 1) }));
  const learn = player(
    () => {
      const p = read();
      const from = p.steps === LAST ? 0 : p.steps;
      const to = Math.min(LAST, from + 5);
      const { learnt } = travel({ ...p, steps: to });
      const steps = from < learnt ? Math.min(to, learnt) : to;
      put(model, { steps });
      return steps < LAST && steps !== learnt;
    },
    { label: "Learn" },
  );
  const svg = frame({
    model,
    el,
    draw,
    extra: [walk("Back", -1), walk("Next", 1), step, learn],
    near: true,
    label: "A net of two inputs, two hidden nodes and one output, its answers and its loss",
  });
  drag(
    svg,
    (px) => put(model, { steps: chart.steps(px) }),
    (px, py) => {
      const inside = Math.abs(px - chart.left - chart.width / 2) < chart.width / 2 + 14;
      return inside && py > chart.top - 8 && py < chart.top + chart.height + 14 ? true : null;
    },
  );
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    const far = ({ at: [x, y] }) =>
      Math.hypot(event.clientX - box.left - x, event.clientY - box.top - y);
    const nearest = targets.reduce((a, b) => (far(b) < far(a) ? b : a));
    if (far(nearest) <= 28) nearest.tap();
  });
}
