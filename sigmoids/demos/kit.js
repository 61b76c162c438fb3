// What every demo shares: elements, number format, plot frame, controls, dragging.
// A model has get, set, on and save_changes; JupyterLab's and the page's are alike.

const SVG = "http://www.w3.org/2000/svg";

/** An element; a tag in capitals is HTML, in small letters SVG. */
export function make(tag, attributes = {}, ...children) {
  const element = tag === tag.toUpperCase()
    ? document.createElement(tag) : document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A number as the course prints it: fixed decimals, a true minus sign. */
export const format = (value, decimals) => {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
};

/** σ(z), without overflow for any z. */
export const logistic = (z) => {
  const e = Math.exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
};

/** Round numbers that divide [low, high] into about `count` parts. */
export function ticks(low, high, count) {
  const rough = (high - low) / count, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((m) => m * power >= rough * 0.99) * power;
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) found.push(i * step);
  return found;
}

/** Axes in the box {left, top, width, height}, in pixels; returns the group and both scales. */
export function axes(box, { x, y, xlabel = "", ylabel = "", xticks = true, decimals = null }) {
  const X = (v) => box.left + ((v - x[0]) / (x[1] - x[0])) * box.width;
  const Y = (v) => box.top + box.height - ((v - y[0]) / (y[1] - y[0])) * box.height;
  const group = make("g", { "aria-hidden": "true" });
  const text = (value, values) => format(
    value, decimals ?? Math.max(0, Math.ceil(-Math.log10(values[1] - values[0]) - 1e-9)));
  const across = ticks(x[0], x[1], Math.max(3, box.width / 80));
  const up = ticks(y[0], y[1], Math.max(2, box.height / 55));
  const bottom = box.top + box.height;
  for (const v of up) {
    group.append(make("path", { class: "axis", d: `M${box.left} ${Y(v)}h${box.width}` }),
      make("text", { x: box.left - 6, y: Y(v) + 4, "text-anchor": "end" }, text(v, up)));
  }
  group.append(make("path", { class: "axis", d: `M${box.left} ${bottom}h${box.width}` }));
  if (xticks) for (const v of across) {
    group.append(make("path", { class: "axis", d: `M${X(v)} ${bottom}v4` }),
      make("text", { x: X(v), y: bottom + 17, "text-anchor": "middle" }, text(v, across)));
  }
  group.append(
    make("text", { class: "faint", x: box.left + box.width, y: bottom + 32, "text-anchor": "end" }, xlabel),
    make("text", { class: "faint", x: box.left + 2, y: box.top - 4 }, ylabel));
  return { group, X, Y };
}

/** The path of a function over [x0, x1], one point every two pixels, kept inside the box. */
export function trace(fun, [x0, x1], X, Y, box) {
  const n = Math.max(2, Math.round((X(x1) - X(x0)) / 2)), points = [];
  for (let i = 0; i <= n; i++) {
    const x = x0 + ((x1 - x0) * i) / n;
    const y = Math.min(box.top + box.height + 1e3, Math.max(box.top - 1e3, Y(fun(x))));
    points.push(`${X(x).toFixed(1)} ${y.toFixed(1)}`);
  }
  return `M${points.join("L")}`;
}

/** A value inside the control's range, on its grid; what is no number becomes the fallback. */
export function clamp(value, { low, high, step }, fallback) {
  if (value === "" || !Number.isFinite(Number(value))) return fallback;
  const near = low + Math.round((Number(value) - low) / step) * step;
  return Number(Math.min(high, Math.max(low, near)).toFixed(6));
}

/** Set parameters and send them, to the kernel where there is one. */
export function put(model, values) {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
}

/**
 * Build picture, read-out, controls and reset in `el`. `draw(svg, width, height)` fills the SVG
 * and returns the read-out as nodes. `controls()` gives the controls as they now apply.
 */
export function frame({ model, el, label, draw, controls = () => model.get("spec").controls, extra = [] }) {
  const spec = model.get("spec"), names = controls().map((c) => c.name);
  const start = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const svg = make("svg", { role: "img", "aria-label": label });
  const picture = make("DIV", { class: "demo-picture", style: `height:${spec.height}px` }, svg);
  const readout = make("DIV", { class: "demo-readout" });
  const live = make("DIV", { class: "hidden", "aria-live": "polite" });
  const rows = make("DIV", { class: "demo-controls" });
  const reset = make("BUTTON", { type: "button" }, "Reset");
  const inputs = {};
  let pending = 0, spoken = 0;

  for (const c of controls()) {
    const unit = c.unit ? ` (${c.unit})` : "", name = `${c.label} ${c.symbol}${unit}`;
    // JupyterLab takes the arrow keys of a focused slider for itself unless told otherwise.
    const common = { "data-lm-suppress-shortcuts": "true", name: c.name };
    const range = make("INPUT", { ...common, type: "range", "aria-label": name });
    const field = make("INPUT", { ...common, type: "number", "aria-label": `${name}, exact value` });
    range.addEventListener("input", () => put(model, { [c.name]: Number(range.value) }));
    field.addEventListener("change", () => {
      const wanted = field.value, limits = controls().find((d) => d.name === c.name);
      const value = clamp(wanted, limits, model.get(c.name));
      if (Number(wanted) !== value) {
        live.textContent = `${c.label} must be between ${limits.low} and ${limits.high}; it is now ${value}`;
      }
      put(model, { [c.name]: value });
      field.value = value;
    });
    inputs[c.name] = [range, field];
    rows.append(make("DIV", { class: "demo-control" },
      make("SPAN", {}, `${c.label} `, make("I", {}, c.symbol), unit), range, field));
  }

  const redraw = () => {
    pending = 0;
    for (const c of controls()) {
      for (const input of inputs[c.name]) {
        Object.assign(input, { min: c.low, max: c.high, step: c.step });
        if (input !== document.activeElement || input.type === "range") input.value = model.get(c.name);
      }
    }
    svg.replaceChildren();
    readout.replaceChildren(...draw(svg, picture.clientWidth || 640, spec.height));
    clearTimeout(spoken);
    spoken = setTimeout(() => { live.textContent = readout.textContent; }, 700);
  };
  const soon = () => { pending ||= requestAnimationFrame(redraw); };

  reset.addEventListener("click", () => put(model, start));
  el.classList.add("demo");
  for (const kind of ["keydown", "keyup"]) el.addEventListener(kind, (event) => event.stopPropagation());
  el.replaceChildren(picture, readout, rows, make("DIV", { class: "demo-actions" }, ...extra, reset), live);
  model.on("change", soon);
  new ResizeObserver(soon).observe(picture);
  redraw();
  clearTimeout(spoken); // nothing has changed yet, so nothing is announced
  return svg;
}

/** Call `move(x, y)` in SVG pixels while a pointer drags. */
export function drag(svg, move) {
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    move(event.clientX - box.left, event.clientY - box.top);
  };
  svg.addEventListener("pointerdown", (event) => {
    svg.setPointerCapture(event.pointerId);
    at(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (svg.hasPointerCapture(event.pointerId)) at(event);
  });
}
