import { drag, element, format, frame, logistic, make, put, shown } from "./kit.js";

const SIDE = 28;
const FIELD = 32;
const BOX = 20;
const PEN = 1.3; // pixels; PEN is the radius of the pen
const OWN = "own";
const BLUE = [43, 138, 203];
const VERMILION = [221, 106, 16]; // seen on white and on black

/** Each layer's maps, the side of a map and, where it has weights, how many a map has. */
const LAYERS = {
  C1: [6, 28, 25],
  S2: [6, 14],
  C3: [16, 10, 150],
  S4: [16, 5],
  C5: [120, 1, 400],
  F6: [84, 1, 120],
};

export const CURVES = {
  tanh: (a) => 1.7159 * Math.tanh((2 / 3) * a),
  sigmoid: logistic,
  relu: (a) => Math.max(0, a),
};

export const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const text = (pixels) => btoa(String.fromCharCode(...pixels));
const within = (v, low, high) => Math.min(high, Math.max(low, v));

/**
 * A net from its file: float32 factors and biases of each layer, then weights, bitmaps and sample
 * digits as bytes.
 */
export function unpack(file) {
  const { buffer } = file.slice();
  const net = { samples: [] };
  let at = 0;
  const take = (Kind, n) => {
    const taken = new Kind(buffer, at, n);
    at += taken.byteLength;
    return taken;
  };
  for (const [name, [maps]] of Object.entries(LAYERS)) {
    net[name] = { factors: take(Float32Array, maps), biases: take(Float32Array, maps) };
  }
  for (const [name, [, , each]] of Object.entries(LAYERS))
    if (each) {
      const layer = net[name];
      const { factors } = layer;
      layer.weights = new Float64Array(take(Int8Array, each * factors.length));
      for (let i = 0; i < layer.weights.length; i++)
        layer.weights[i] *= factors[Math.floor(i / each)];
      // [map, map before, place in the weights], without those that are not connected.
      layer.kernels = [];
      for (let i = 0; i < layer.weights.length; i += 25) {
        if (layer.weights.subarray(i, i + 25).some(Boolean))
          layer.kernels.push([Math.floor(i / each), (i % each) / 25, i]);
      }
    }
  net.bitmaps = take(Int8Array, 840);
  while (at < buffer.byteLength) net.samples.push(take(Uint8Array, SIDE * SIDE));
  return net;
}

/** Room for the states of all layers, used again in each forward pass. */
export const rooms = () => ({
  input: new Float64Array(FIELD * FIELD),
  output: new Float64Array(10),
  ...Object.fromEntries(
    Object.entries(LAYERS).map(([name, [maps, side]]) => [
      name,
      new Float64Array(maps * side * side),
    ]),
  ),
});

function convolve(x, y, side, { weights, biases, kernels }) {
  const size = side - 4;
  const area = size * size;
  for (let m = 0; m < biases.length; m++) y.fill(biases[m], m * area, (m + 1) * area);
  for (const [map, before, at] of kernels)
    for (let i = 0; i < 25; i++) {
      const w = weights[at + i];
      const start = before * side * side + Math.floor(i / 5) * side + (i % 5);
      for (let row = 0; row < size; row++) {
        let from = start + row * side;
        let to = map * area + row * size;
        for (const end = to + size; to < end; ) y[to++] += w * x[from++];
      }
    }
}

function subsample(x, y, side, { factors, biases }) {
  const half = side / 2;
  for (let i = 0; i < y.length; i++) {
    const row = Math.floor(i / half);
    const map = Math.floor(row / half);
    const at = 2 * row * side + 2 * (i % half);
    y[i] = factors[map] * (x[at] + x[at + 1] + x[at + side] + x[at + side + 1]) + biases[map];
  }
}

function connect(x, y, { weights, biases }) {
  for (let i = 0, at = 0; i < y.length; i++) {
    let sum = biases[i];
    for (let j = 0; j < x.length; j++) sum += weights[at++] * x[j];
    y[i] = sum;
  }
}

const squash = (y, curve) => {
  for (let i = 0; i < y.length; i++) y[i] = curve(y[i]);
};

/**
 * All layers of LeNet-5 for the input in `s`, into the rest of `s`; the output is the distances.
 */
export function forward(net, activation, s) {
  const curve = CURVES[activation];
  convolve(s.input, s.C1, 32, net.C1);
  squash(s.C1, curve);
  subsample(s.C1, s.S2, 28, net.S2);
  squash(s.S2, curve);
  convolve(s.S2, s.C3, 14, net.C3);
  squash(s.C3, curve);
  subsample(s.C3, s.S4, 10, net.S4);
  squash(s.S4, curve);
  connect(s.S4, s.C5, net.C5);
  squash(s.C5, curve);
  connect(s.C5, s.F6, net.F6);
  squash(s.F6, curve);
  for (let i = 0; i < 10; i++) {
    s.output[i] = 0;
    for (let j = 0; j < 84; j++) s.output[i] += (s.F6[j] - net.bitmaps[84 * i + j]) ** 2;
  }
  return s;
}

/**
 * Which share of each old pixel makes each new one: [new, old, share], for the `size` pixels from
 * `start`.
 */
function shares(start, size, scale) {
  const found = [];
  for (let i = 0; i < Math.ceil(size * scale - 1e-9); i++)
    for (let k = 0; k < size; k++) {
      const both = Math.min((i + 1) / scale, k + 1) - Math.max(i / scale, k);
      if (both > 0) found.push([i, start + k, both * scale]);
    }
  return found;
}

/**
 * The net's input for a drawing, 28 × 28 bytes: as in MNIST its longer side becomes 20 pixels and
 * its centre of mass the field's; then it moves right by `shift` pixels.
 */
export function prepare(image, shift, input = new Float64Array(FIELD * FIELD)) {
  let [top, bottom, left, right] = [SIDE, -1, SIDE, -1];
  image.forEach((ink, i) => {
    if (!ink) return;
    const row = Math.floor(i / SIDE);
    const column = i % SIDE;
    [top, bottom, left, right] = [
      Math.min(top, row),
      Math.max(bottom, row),
      Math.min(left, column),
      Math.max(right, column),
    ];
  });
  input.fill(0);
  if (bottom >= 0) {
    const scale = BOX / Math.max(bottom - top + 1, right - left + 1);
    const ink = new Float64Array(BOX * BOX);
    const down = shares(top, bottom - top + 1, scale);
    const across = shares(left, right - left + 1, scale);
    for (const [i, k, a] of down)
      for (const [j, l, b] of across) ink[BOX * i + j] += a * b * image[SIDE * k + l];
    let mass = 0;
    let y = 0;
    let x = 0;
    ink.forEach((v, i) => {
      mass += v;
      y += v * Math.floor(i / BOX);
      x += v * (i % BOX);
    });
    // A drawing may be exactly symmetric: the 1e-9 then decides, not the last digit of a sum.
    const rows = Math.floor(16.5 - y / mass + 1e-9);
    const columns = Math.floor(16.5 - x / mass + 1e-9) + shift;
    ink.forEach((v, i) => {
      const row = rows + Math.floor(i / BOX);
      const column = columns + (i % BOX);
      if (row >= 0 && row < FIELD && column >= 0 && column < FIELD) input[FIELD * row + column] = v;
    });
  }
  for (let i = 0; i < input.length; i++) input[i] = (input[i] / 255) * 1.275 - 0.1;
  return input;
}

/**
 * Draw, or erase, from (x0, y0) to (x1, y1) in pixels: full within the pen's radius, paler over a
 * pixel at its rim.
 */
export function stroke(image, [x0, y0], [x1, y1], erase = false) {
  const u = x1 - x0;
  const v = y1 - y0;
  const size = u * u + v * v;
  for (let i = 0; i < image.length; i++) {
    const x = (i % SIDE) + 0.5 - x0;
    const y = Math.floor(i / SIDE) + 0.5 - y0;
    const t = size && within((x * u + y * v) / size, 0, 1);
    const ink = Math.round(255 * within(PEN + 0.5 - Math.hypot(x - t * u, y - t * v), 0, 1));
    image[i] = erase ? Math.min(image[i], 255 - ink) : Math.max(image[i], ink);
  }
  return image;
}

/**
 * Of ten distances: the nearest digit, the next, and what a softmax of the ten would say of the
 * nearest.
 */
export function reading(distances) {
  const order = [...distances.keys()].sort((a, b) => distances[a] - distances[b]);
  const [best, next] = order;
  return {
    best,
    next,
    sure: 1 / distances.reduce((sum, d) => sum + Math.exp(distances[best] - d), 0),
  };
}

/**
 * Where all stands, in CSS pixels; of a layer [left, top, maps in a row, gap, size of a unit,
 * columns of a lone map].
 */
function layout(width) {
  const wide = width >= 600;
  const left = wide ? 340 : 1;
  const room = width - left - 1;
  const side = Math.min(196, width - 76);
  const row = (top, maps, size, gap, most) => [
    left,
    top,
    maps,
    gap,
    Math.min(most, (room - (maps - 1) * gap) / maps / size),
  ];
  return wide
    ? {
        field: [1, 18, 308],
        input: [1, 368, 96],
        answer: [130, 362, 90],
        C1: row(18, 6, 28, 8, 2),
        S2: row(102, 6, 14, 8, 3),
        C3: row(172, 8, 10, 7, 4),
        S4: row(287, 8, 5, 7, 6),
        C5: [...row(382, 1, 24, 0, 13), 24],
        F6: [1, 510, 1, 0, 9, 7],
        output: [84, 510, width - 84, 5],
      }
    : {
        field: [1, 18, side],
        input: [side + 11, 18, 64],
        answer: [side + 11, 108, 72],
        C1: row(238, 6, 28, 5, 2),
        S2: row(316, 6, 18, 5, 3),
        C3: row(380, 8, 10, 4, 3),
        S4: row(466, 16, 5, 3, 4),
        C5: [...row(508, 1, 30, 0, 8), 30],
        F6: [1, 562, 1, 0, 6, 7],
        output: [50, 562, width - 50, 2],
      };
}

/** Small pictures, a pixel for a unit, painted on a hidden canvas from which they are enlarged. */
function painter() {
  const canvas = element("CANVAS", { width: FIELD, height: FIELD });
  const context = canvas.getContext("2d");
  const picture = context.createImageData(FIELD, FIELD);
  const { data } = picture;
  /**
   * `values` from `at`, `columns` by `rows`, at (x, y) on `paint` with `unit` pixels each; `full`
   * has all the colour.
   */
  return (paint, values, at, columns, rows, full, x, y, unit) => {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const v = values[at + columns * row + column] / full;
        const to = 4 * (FIELD * row + column);
        const color = v > 0 ? BLUE : VERMILION;
        for (let j = 0; j < 3; j++) data[to + j] = color[j];
        data[to + 3] = 255 * Math.min(1, Math.abs(v));
      }
    context.putImageData(picture, 0, 0, 0, 0, columns, rows);
    paint.imageSmoothingEnabled = false;
    paint.drawImage(canvas, 0, 0, columns, rows, x, y, columns * unit, rows * unit);
  };
}

/** The file `name`: from beside the page, or from the kernel by a message. */
const fetchFile = async (model, name) =>
  model.load
    ? bytes(await model.load(`lenet-${name}`))
    : new Promise((resolve) => {
        const answer = ({ file }, [data]) => {
          if (file !== name) return;
          model.off("msg:custom", answer);
          resolve(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
        };
        model.on("msg:custom", answer);
        model.send({ file: name });
      });

const say = (words, x, y, extra = {}) => make("text", { x, y, ...extra }, words);
const box = (x, y, width, height) => `M${x} ${y}h${width}v${height}h${-width}z`;
const digits = (v) => format(v, v < 9.95 ? 1 : 0);
const percent = (p) => (p > 0.999 ? ">99.9" : format(100 * p, 1));

export function render({ model, el }) {
  const { usual, controls } = model.get("spec");
  const nets = {};
  const states = rooms();
  const enlarge = painter();
  const options = controls.find((c) => c.name === "digit").options.map(([name]) => name);
  let asked;
  let failed;
  let place;

  /** Load the net of a curve, and draw when it is there, or when it is known that it is not. */
  function load(name) {
    if (asked === name) return;
    asked = name;
    failed = null;
    fetchFile(model, name)
      .then(
        (file) => {
          nets[name] = unpack(file);
        },
        () => {
          failed = name;
        },
      )
      .then(() => svg.dispatchEvent(new Event("redraw")));
  }

  /** What is in the field, 28 × 28 bytes; samples come with the weights. */
  function image() {
    const name = model.get("digit");
    const drawing = name === OWN && model.get("drawing");
    if (drawing) return bytes(drawing);
    return Object.values(nets)[0]?.samples[options.indexOf(name)] ?? new Uint8Array(SIDE * SIDE);
  }

  /** The maps of each layer, their frames and names. */
  function drawLayers(svg, width, paint, full) {
    let frames = "";
    for (const [name, [maps, side]] of Object.entries(LAYERS)) {
      const [left, top, across, gap, unit, columns = side] = place[name];
      const one = side === 1;
      const rows = one ? maps / columns : side;
      const most = paint && full(states[name]);
      for (let i = 0; i < (one ? 1 : maps); i++) {
        const x = left + (i % across) * (columns * unit + gap);
        const y = top + Math.floor(i / across) * (rows * unit + gap);
        if (paint) enlarge(paint, states[name], i * side * side, columns, rows, most, x, y, unit);
        frames += box(x, y, columns * unit, rows * unit);
      }
      const words = name === "F6" ? "" : one ? `${maps} units` : `${maps} maps, ${side} × ${side}`;
      svg.append(say(name, left, top - 6), say(words, left + 24, top - 6, { class: "faint" }));
    }
    const end = { x: width, y: place.C1[1] - 6, "text-anchor": "end" };
    const color = (c) => ({ style: `fill:var(--${c}-text)` });
    svg.append(
      make("path", { d: frames, class: "axis" }),
      make(
        "text",
        end,
        make("tspan", color("blue"), "positive "),
        make("tspan", color("vermilion"), "negative"),
      ),
    );
  }

  /** Ten bars over ten bitmaps. */
  function drawOutput(svg, paint, { bitmaps }, best) {
    const [left, top, width, unit] = place.output;
    const step = width / 10;
    const bottom = place.F6[1] + 12 * place.F6[4];
    const foot = bottom - 12 * unit - 6;
    const room = foot - top - 12;
    const most = Math.max(100, ...states.output);
    svg.append(say("distance of F6 to each bitmap", left, top - 6, { class: "faint" }));
    for (let i = 0; i < 10; i++) {
      const x = left + i * step + step / 2;
      const tall = Math.max(1, (room * states.output[i]) / most);
      const here = i === best;
      enlarge(
        paint,
        bitmaps,
        84 * i,
        7,
        12,
        here ? 1 : 3,
        x - 3.5 * unit,
        bottom - 12 * unit,
        unit,
      );
      svg.append(
        make("rect", {
          x: x - 3.5 * unit,
          y: foot - tall,
          width: 7 * unit,
          height: tall,
          fill: `var(--${here ? "blue" : "rule"})`,
        }),
        say(digits(states.output[i]), x, foot - tall - 3, {
          "text-anchor": "middle",
          style: "font-size:11px",
          class: here ? "" : "faint",
        }),
      );
    }
  }

  function draw(svg, width, _height, paint) {
    const name = model.get("activation");
    const net = nets[name];
    const pixels = image();
    place = layout(width);
    const [left, top, side] = place.field;
    const [x, y, size] = place.input;
    const [ax, ay, high] = place.answer;
    field.style.cssText = `left:${left}px;top:${top}px;width:${side}px;height:${side}px`;
    enlarge(paint, pixels, 0, SIDE, SIDE, 255, left, top, side / SIDE);
    svg.append(
      say("draw here", left, top - 6, { class: "faint" }),
      make("path", { class: "axis", d: box(left, top, side, side) }),
      say("input", x, y - 6, { class: "faint" }),
      make("path", { class: "axis", d: box(x, y, size, size) }),
    );
    if (!net) {
      load(name);
      drawLayers(svg, width);
      const words =
        failed === name
          ? "The weights of this net did not load, so it cannot read. Choose another, then this."
          : "Loading the weights…";
      return [make("SPAN", failed === name ? { class: "failed" } : {}, words)];
    }
    asked = name;
    prepare(pixels, model.get("shift"), states.input);
    forward(net, name, states);
    enlarge(paint, states.input, 0, FIELD, FIELD, 1, x, y, size / FIELD);
    // The saturating functions have all their colour at 1; ReLU, without a bound, at its layer's
    // largest.
    drawLayers(svg, width, paint, (layer) => (name === "relu" ? Math.max(1e-9, ...layer) : 1));
    const { best, next, sure } = reading(states.output);
    const nearest = states.output[best];
    // Where F6 cannot be negative, each −1 of a bitmap costs at least 1.
    const least =
      name === "tanh"
        ? 0
        : net.bitmaps.subarray(84 * best, 84 * best + 84).filter((v) => v < 0).length;
    const far = nearest - least > usual[name];
    drawOutput(svg, paint, net, best);
    svg.append(
      say(far ? "nearest" : "read as", ax, ay, { class: "faint" }),
      say(String(best), ax, ay + 0.9 * high, {
        style: `font-size:${high}px;fill:var(--${far ? "faint" : "blue-text"})`,
      }),
    );
    return [
      shown("verdict", far ? "Doubtful" : "Read as"),
      far ? ": nearest is " : " ",
      shown("best", String(best), "blue"),
      ", at distance\u00a0",
      shown("distance", digits(nearest), "blue"),
      least ? ` (least possible: ${least})` : "",
      "; 95 of 100 training digits come within\u00a0",
      digits(usual[name]),
      least ? " of that" : "",
      ". Next is\u00a0",
      shown("next", String(next)),
      ", at\u00a0",
      shown("second", digits(states.output[next])),
      `. ${far ? "Yet a" : "A"} softmax of the ten is `,
      shown("sure", percent(sure)),
      "% sure.",
    ];
  }

  const field = element("DIV", {
    class: "demo-field",
    role: "application",
    tabindex: 0,
    "data-lm-suppress-shortcuts": "true",
    "aria-label":
      "Drawing field, 28 by 28. Arrow keys move the pen, Space draws, Shift and an arrow a line.",
  });
  const pen = element("I");
  const said = element("DIV", { class: "hidden", "aria-live": "polite" });
  field.append(pen);
  const button = (words, act) => {
    const made = element("BUTTON", { type: "button" }, words);
    made.addEventListener("click", act);
    return made;
  };
  const clear = button("Clear", () => put(model, { digit: OWN, drawing: "" }));
  const eraser = button("Eraser", () => press(eraser.ariaPressed !== "true"));
  const press = (on) => {
    eraser.ariaPressed = String(on);
  };
  press(false);
  eraser.addEventListener("halt", () => press(false));
  const svg = frame({
    model,
    el,
    draw,
    canvas: true,
    near: true,
    extra: [clear, eraser],
    label:
      "A drawing, the layers of LeNet that it goes through, its distance to the digits’ bitmaps",
  });
  el.querySelector(".demo-picture").append(field);
  el.append(said);

  const trace = (from, to) =>
    put(model, {
      drawing: text(stroke(image().slice(), from, to, eraser.ariaPressed === "true")),
      digit: OWN,
    });
  drag(
    field,
    (x, y, held) => {
      const to = [x, y].map((v) => (v / place.field[2]) * SIDE);
      trace(held.last ?? to, to);
      held.last = to;
    },
    () => ({}),
  );

  let at = [14, 14]; // column and row of the keyboard's pen
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const centre = ([column, row]) => [column + 0.5, row + 0.5];
  const mark = () => {
    [pen.style.left, pen.style.top] = centre(at).map((v) => `${(100 * v) / SIDE}%`);
  };
  mark();
  field.addEventListener("keydown", (event) => {
    const by = moves[event.key];
    const from = at;
    if (!by && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (by) at = at.map((v, i) => within(v + by[i], 0, SIDE - 1));
    if (!by || event.shiftKey) trace(centre(from), centre(at));
    mark();
    const found = image()[SIDE * at[1] + at[0]] > 127 ? "ink" : "paper";
    said.textContent = `column ${at[0] + 1}, row ${at[1] + 1}, ${found}`;
  });
}
