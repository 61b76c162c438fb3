// What every demo shares: elements, number format, plot frame, controls, dragging.
// A model has get, set, on and save_changes; JupyterLab's and the page's are alike.

const SVG = "http://www.w3.org/2000/svg";

/** An element; a tag in capitals is HTML, in small letters SVG. */
export function element(tag, attributes = {}, ...children) {
  const made =
    tag === tag.toUpperCase() ? document.createElement(tag) : document.createElementNS(SVG, tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

/**
 * What `draw` makes anew at each change: the page takes over only what differs. A text has no tag.
 */
class Part {
  constructor(tag, attributes, children = []) {
    Object.assign(this, { tag, attributes, children: [] });
    this.append(...children);
  }
  append(...children) {
    for (const child of children)
      this.children.push(child instanceof Part ? child : new Part("", { data: child }));
  }
}

/** A part of a picture or a read-out; tags as in `element`. */
export const make = (tag, attributes = {}, ...children) => new Part(tag, attributes, children);

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
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((m) => m * power >= rough * 0.99) * power;
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++)
    found.push(i * step);
  return found;
}

/** An exponent, written small and high. */
export const raised = (n) =>
  [...String(n)].map((c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]).join("");

/** A number as m × 10ⁿ, with `decimals` in m. */
export function scientific(value, decimals = 1) {
  if (value === 0 || !Number.isFinite(value))
    return value === 0 ? "0" : String(value).replace("Infinity", "∞").replace("-", "−");
  const [m, n] = value.toExponential(decimals).split("e");
  return `${m.replace("-", "−")} × 10${raised(Number(n))}`;
}

/**
 * Attributes of what is the same in all languages, and reads from left to right in those that do
 * not.
 */
const FOREIGN = { dir: "ltr", translate: "no" };

/**
 * A place for one value: `kept(key, make)` gives what `make` made when this key was last new. A key
 * is a string or a number; of several facts, one string of them all.
 */
export function memo() {
  let last = {}; // equal to no key
  let value;
  return (key, make) => {
    if (key !== last) [last, value] = [key, make()];
    return value;
  };
}

/** Attributes of a text that stands on lines: a rim of the paper's colour around the letters. */
export const HALO = {
  stroke: "var(--paper)",
  "stroke-width": 4,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
};

/** A stroke along the path `d`; `color` is the name of one of kit.css's colours. */
export const line = (d, color, extra = {}) =>
  make("path", { d, fill: "none", stroke: `var(--${color})`, "stroke-width": 2.5, ...extra });

/** A dot that can be taken hold of. */
export const dot = (cx, cy, color, extra = {}) =>
  make("circle", { cx, cy, r: 7, fill: `var(--${color})`, class: "grab", ...extra });

/**
 * A value in the read-out, under a name by which tests and readers find it. Numbers are not for
 * translators.
 */
export const shown = (name, text, color = "") =>
  make("B", { class: color, "data-name": name, ...(/\p{L}{3}/u.test(text) ? {} : FOREIGN) }, text);

/**
 * Axes in the box {left, top, width, height}, in pixels; returns the group and both scales.
 * With `powers`, y is a decimal exponent and its ticks read 10ⁿ.
 */
export function axes(
  box,
  { x, y, xlabel = "", ylabel = "", xticks = true, decimals = null, powers = false },
) {
  const X = (v) => box.left + ((v - x[0]) / (x[1] - x[0])) * box.width;
  const Y = (v) => box.top + box.height - ((v - y[0]) / (y[1] - y[0])) * box.height;
  const group = make("g", { "aria-hidden": "true" });
  const text = (value, values) =>
    format(value, decimals ?? Math.max(0, Math.ceil(-Math.log10(values[1] - values[0]) - 1e-9)));
  const across = ticks(x[0], x[1], Math.max(3, box.width / 80));
  const up = ticks(y[0], y[1], Math.max(2, box.height / 55)).filter(
    (v) => !powers || Number.isInteger(v),
  );
  const bottom = box.top + box.height;
  for (const v of up) {
    group.append(
      make("path", { class: "axis", d: `M${box.left} ${Y(v)}h${box.width}` }),
      make(
        "text",
        { x: box.left - 6, y: Y(v) + 4, "text-anchor": "end" },
        powers ? `10${raised(v)}` : text(v, up),
      ),
    );
  }
  group.append(make("path", { class: "axis", d: `M${box.left} ${bottom}h${box.width}` }));
  if (xticks)
    for (const v of across) {
      group.append(
        make("path", { class: "axis", d: `M${X(v)} ${bottom}v4` }),
        make("text", { x: X(v), y: bottom + 17, "text-anchor": "middle" }, text(v, across)),
      );
    }
  group.append(
    make(
      "text",
      { class: "faint", x: box.left + box.width, y: bottom + 32, "text-anchor": "end" },
      xlabel,
    ),
    make("text", { class: "faint", x: box.left + 2, y: box.top - 4 }, ylabel),
  );
  return { group, X, Y };
}

/** The path of a function over [x0, x1], one point every two pixels, kept inside the box. */
export function trace(fun, [x0, x1], X, Y, box) {
  const n = Math.max(2, Math.round((X(x1) - X(x0)) / 2));
  const points = [];
  for (let i = 0; i <= n; i++) {
    const x = x0 + ((x1 - x0) * i) / n;
    const y = Math.min(box.top + box.height + 1e3, Math.max(box.top - 1e3, Y(fun(x))));
    points.push(`${X(x).toFixed(1)} ${y.toFixed(1)}`);
  }
  return `M${points.join("L")}`;
}

/** Whether a point in pixels lies in the box. */
export const holds = ({ left, top, width, height }, [x, y]) =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/**
 * The path through points in pixels, without what lies outside the box (by Liang and Barsky).
 * Drawing all of it and clipping would make the browser sort the page's layers anew at each step.
 */
export function cut(points, box) {
  const edges = [box.left + box.width, box.top + box.height, -box.left, -box.top];
  const write = (mark, x, y) => `${mark}${x.toFixed(1)} ${y.toFixed(1)}`;
  let d = "";
  let drawing = false;
  let inside = holds(box, points[0]);
  for (let i = 1; i < points.length; i++) {
    const was = inside;
    const [x, y] = points[i - 1];
    const dx = points[i][0] - x;
    const dy = points[i][1] - y;
    inside = holds(box, points[i]);
    let from = 0;
    let to = 1; // the share of this piece that is inside
    for (let k = 0; k < 4 && !(was && inside); k++) {
      const sign = k < 2 ? 1 : -1;
      const go = sign * (k % 2 ? dy : dx);
      const room = edges[k] - sign * (k % 2 ? y : x);
      if (go > 0) to = Math.min(to, room / go);
      else if (go < 0) from = Math.max(from, room / go);
      else if (room < 0) to = -1;
    }
    if (from <= to) {
      if (!drawing) d += write("M", x + from * dx, y + from * dy);
      d += write("L", x + to * dx, y + to * dy);
    }
    drawing = inside;
  }
  return d;
}

/**
 * A number as readers write it, `1,5` or `−2` or `1e-3`; NaN for what is none, or may be two:
 * `1,234`.
 */
export function parse(text) {
  const plain = String(text)
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain)) return NaN;
  return /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i.test(plain)
    ? Number(plain.replace(",", "."))
    : NaN;
}

/** A value inside the control's range, on its grid; what is no number becomes the fallback. */
export function clamp(value, { low, high, step }, fallback) {
  if (value === "" || !Number.isFinite(Number(value))) return fallback;
  const near = low + Math.round((Number(value) - low) / step) * step;
  return Number(Math.min(high, Math.max(low, near)).toFixed(6));
}

/** What to say of a number that was not taken as it was typed. */
function complaint(wanted, number, { label, low, high, step }, value) {
  const typed = String(wanted).trim().slice(0, 12);
  if (!typed) return `${label} needs a number; it stays ${value}`;
  if (/^\S?\d+,\d{3}$/.test(typed)) {
    const [decimal, whole] = [".", ""].map((mark) => typed.replace(",", mark));
    return `“${typed}” could mean ${decimal} or ${whole}; ${label} stays ${value}`;
  }
  if (Number.isNaN(number))
    return `“${typed}” is not a number like 1.5 or 1,5; ${label} stays ${value}`;
  return number < low || number > high
    ? `${label} must be between ${low} and ${high}; it is now ${value}`
    : `${label} goes in steps of ${step}; it is now ${value}`;
}

/** Set parameters and send them, to the kernel where there is one. */
export function put(model, values) {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
}

/** The node of a part and of all parts in it. */
function build(part) {
  const { tag, attributes, children } = part;
  part.node = tag ? element(tag, attributes, ...children.map(build)) : new Text(attributes.data);
  return part.node;
}

/** Make the node of `from` that of `to`, a part of the same tag. */
function turn(from, to) {
  const { node } = from;
  to.node = node;
  for (const name in from.attributes) if (!(name in to.attributes)) node.removeAttribute(name);
  for (const name in to.attributes) {
    const value = to.attributes[name];
    if (from.attributes[name] === value) continue;
    if (to.tag) node.setAttribute(name, value);
    else node.data = value;
  }
  change(node, from.children, to.children);
}

/**
 * Make the parts `old` of `parent` into `fresh`, touching only what differs: the rest is neither
 * styled nor laid out anew.
 */
function change(parent, old, fresh) {
  // A translator puts elements of its own in the place of texts: where one of these has changed,
  // all are built anew.
  const astray = (from, to) =>
    from.node.parentNode !== parent &&
    (from.tag || to?.tag !== "" || to.attributes.data !== from.attributes.data);
  if (old.some((from, i) => astray(from, fresh[i]))) {
    parent.replaceChildren(...fresh.map(build));
    return;
  }
  for (const [i, to] of fresh.entries()) {
    const from = old[i];
    if (!from) parent.append(build(to));
    else if (from.tag !== to.tag) from.node.replaceWith(build(to));
    else turn(from, to);
  }
  for (const { node } of old.slice(fresh.length)) node.remove();
}

/**
 * Build picture, read-out, controls and reset in `el`; returns the SVG. `draw(svg, width, height)`
 * fills the SVG and returns the read-out as nodes; with `canvas`, a fourth argument is the context
 * of a canvas behind the SVG. `controls()` gives the controls as they now apply; `chosen[name]()`
 * runs after the reader has picked another value of a choice; `extra` are more buttons, which with
 * `near` stand under the picture that they move. The event "redraw" on the SVG draws it anew.
 */
export function frame({
  model,
  el,
  label,
  draw,
  controls = () => model.get("spec").controls,
  chosen = {},
  extra = [],
  near = false,
  canvas = false,
}) {
  const spec = model.get("spec");
  const start = Object.fromEntries(spec.parameters.map((name) => [name, model.get(name)]));
  const svg = element("svg", { role: "img", "aria-label": label });
  const picture = element(
    "DIV",
    { ...FOREIGN, class: "demo-picture", style: `height:${spec.height}px` },
    svg,
  );
  const ground = canvas && element("CANVAS", { "aria-hidden": "true" });
  if (ground) picture.prepend(ground);
  const words = element("DIV");
  const readout = element("DIV", { class: "demo-readout" }, words);
  const live = element("DIV", { class: "hidden", "aria-live": "polite" });
  const rows = element("DIV", { class: "demo-controls" });
  const reset = element("BUTTON", { type: "button" }, "Reset");
  const inputs = {};
  const applied = Object.fromEntries(controls().map((c) => [c.name, memo()]));
  const told = new Map();
  let drawn = { picture: [], said: [] };
  let stale = false;
  let pending = 0;
  let spoken = 0;
  let width = 0;

  const now = (name) => controls().find((c) => c.name === name);
  const choose = (name, value) => {
    put(model, { [name]: value });
    chosen[name]?.();
  };
  /**
   * Set a number, or the nearest that is allowed, and say so; what is no number changes nothing.
   */
  const enter = (name, wanted) => {
    const limits = now(name);
    const number = parse(wanted);
    const value = clamp(number, limits, model.get(name));
    say(name, number === value ? "" : complaint(wanted, number, limits, value), value);
    put(model, { [name]: value });
    return value;
  };
  /** Words under a field, which hold while its value stays. */
  const say = (name, words, value) => {
    const [, , field, word] = inputs[name];
    word.textContent = words;
    field.ariaDescription = words || null;
    if (words) {
      live.textContent = words;
      told.set(name, value);
    } else told.delete(name);
  };

  const title = (c) => [c.label, c.symbol ? ` ${c.symbol}` : "", c.unit ? ` (${c.unit})` : ""];
  for (const c of controls()) {
    // JupyterLab takes the arrow keys of a focused slider for itself unless told otherwise.
    const common = { "data-lm-suppress-shortcuts": "true", name: c.name };
    const label = element("SPAN");
    if (c.options) {
      const select = element(
        "SELECT",
        common,
        ...c.options.map(([value, text]) => element("OPTION", { value }, text)),
      );
      select.addEventListener("change", () => choose(c.name, select.value));
      inputs[c.name] = [label, select];
    } else {
      // A field of type "number" takes no comma, or takes 1,5 for 15, as the browser has it.
      const number = { ...common, ...FOREIGN };
      const word = element("EM");
      const range = element("INPUT", { ...number, type: "range" });
      const field = element("INPUT", { ...number, type: "text", autocomplete: "off" });
      range.addEventListener("input", () => put(model, { [c.name]: Number(range.value) }));
      field.addEventListener("change", () => {
        field.value = enter(c.name, field.value);
      });
      inputs[c.name] = [label, range, field, word];
    }
    rows.append(element("DIV", { class: "demo-control" }, ...inputs[c.name]));
  }

  /** Give a control its words and limits, where they are others than before. */
  const apply = (c) => {
    const [words, symbol, unit] = title(c);
    const [label, input, field] = inputs[c.name];
    const name = [words, symbol, unit].join("");
    if (label.textContent !== name)
      label.replaceChildren(words, symbol && " ", element("I", FOREIGN, symbol.trim()), unit);
    input.ariaLabel = name;
    if (c.options) return;
    Object.assign(input, { min: c.low, max: c.high, step: c.step });
    // A phone's keys for decimals may lack the minus sign.
    Object.assign(field, {
      ariaLabel: `${name}, exact value`,
      inputMode: c.low < 0 ? "text" : "decimal",
    });
  };
  const redraw = () => {
    stale = false;
    for (const c of controls()) {
      applied[c.name](JSON.stringify(c), () => apply(c));
      const value = String(model.get(c.name));
      if (told.has(c.name) && told.get(c.name) !== model.get(c.name)) say(c.name, "");
      for (const input of inputs[c.name].slice(1, 3)) {
        // what is being typed stays
        if (input.value !== value && (input !== document.activeElement || input.type !== "text"))
          input.value = value;
      }
    }
    const picture = make("svg");
    const said = make("P");
    said.append(
      ...draw(picture, width, spec.height, ground && context(ground, width, spec.height)),
    );
    change(svg, drawn.picture, picture.children);
    change(words, drawn.said, said.children);
    drawn = { picture: picture.children, said: said.children };
  };
  // A frame's first change is drawn while the screen is waited for, what comes later with the next
  // frame. As a task of its own, since the target of a touch must not go before all have heard of
  // it.
  const soon = () => {
    stale = true;
    if (pending) return;
    const finish = () => {
      if (stale) redraw();
    };
    setTimeout(finish);
    pending = requestAnimationFrame(() => {
      pending = 0;
      finish();
    });
  };
  const changed = () => {
    soon();
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      live.textContent = readout.textContent;
    }, 700);
  };

  reset.addEventListener("click", () => {
    for (const button of extra) button.dispatchEvent(new Event("halt")); // what plays would play on
    put(model, start);
  });
  const buttons = [...extra, reset];
  if (spec.linkable && el.id) buttons.push(link({ model, id: el.id, controls, choose, enter }));
  el.classList.add("demo");
  for (const kind of ["keydown", "keyup"])
    el.addEventListener(kind, (event) => event.stopPropagation());
  const actions = element("DIV", { class: "demo-actions" }, ...buttons);
  el.replaceChildren(picture, readout, ...(near ? [actions, rows] : [rows, actions]), live);
  model.on("change", changed);
  // What nobody asked for is not announced.
  svg.addEventListener("redraw", () => (spoken ? changed() : soon()));
  new ResizeObserver(([{ contentRect }]) => {
    const room = contentRect.width || 640;
    if (room === width) return;
    width = room;
    soon();
  }).observe(picture);
  // The read-out keeps room for the most that it has said, so what stands below does not jump.
  let room = { width: 0, height: 0 };
  new ResizeObserver(([{ contentRect: box }]) => {
    if (box.width === room.width && box.height <= room.height) return;
    room = { width: box.width, height: box.height };
    readout.style.setProperty("--room", `${box.height}px`);
  }).observe(words);
  // Read once: asking in each redraw would lay the page out anew.
  width = picture.clientWidth || 640;
  redraw();
  return svg;
}

/** The canvas, sized for the screen's pixels, as a context that counts in CSS pixels. */
function context(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  const paint = canvas.getContext("2d");
  paint.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint.clearRect(0, 0, width, height);
  return paint;
}

/**
 * The values that a link such as `#demo-slope?k=2` gives to the demo `id`; none if it names
 * another. On its way ? = & # may have been encoded, more than once, and text fragments and
 * trackers appended.
 */
export function linked(hash, id) {
  const plain = hash.replace(/%(?:25)*(23|26|3[adf]|7e)/gi, (_, code) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const [, name, values] = /^#([^?&#]*)[?&](.*?)(?:#|:~:|$)/.exec(plain) ?? [];
  return new URLSearchParams(name === id ? values.replace(/&amp;|[?]/g, "&") : "");
}

/** A button that copies the page's address with the demo's state: `…#demo-slope?k=2&x=1`. */
function link({ model, id, controls, choose, enter }) {
  const button = element("BUTTON", { type: "button" }, "Copy link");
  const key = `#${id}?`;
  const read = () => {
    const wanted = linked(location.hash, id);
    for (const { name, options } of controls()) {
      if (options?.some(([value]) => value === wanted.get(name))) choose(name, wanted.get(name));
    }
    for (const { name, options } of controls()) {
      const text = wanted.get(name)?.trim();
      if (!options && text && Number.isFinite(Number(text))) enter(name, text);
    }
  };
  button.addEventListener("click", async () => {
    const state = new URLSearchParams(controls().map(({ name }) => [name, model.get(name)]));
    history.replaceState(null, "", key + state);
    const done = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    button.textContent = done ? "Copied" : "See the address bar";
    setTimeout(() => {
      button.textContent = "Copy link";
    }, 2000);
  });
  addEventListener("hashchange", read);
  read();
  return button;
}

/**
 * A button that calls `tick` up to `rate` times a second until it returns false or is pressed
 * again. Where the reader wants no motion, it does all steps at once.
 */
export function player(tick, { label = "Play", rate = 30, most = 2000 } = {}) {
  const button = element("BUTTON", { type: "button" }, label);
  let waiting = 0;
  let last = 0;
  const stop = () => {
    cancelAnimationFrame(waiting);
    waiting = 0;
    button.textContent = label;
  };
  const step = (time) => {
    waiting = requestAnimationFrame(step);
    if (time - last < 1000 / rate - 2) return;
    last = time;
    if (!button.isConnected || tick() === false) stop();
  };
  button.addEventListener("halt", stop);
  button.addEventListener("click", () => {
    if (waiting) return stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      for (let i = 0; i < most && tick() !== false; i++);
      return;
    }
    button.textContent = "Pause";
    waiting = requestAnimationFrame(step);
  });
  return button;
}

/**
 * Call `move(x, y, held)` in SVG pixels while a pointer drags. `grab(x, y)` says what it holds;
 * where that is null, nothing is dragged and the page scrolls.
 */
export function drag(svg, move, grab = null) {
  let held = null;
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  svg.addEventListener("pointerdown", (event) => {
    held = grab ? grab(...at(event)) : true;
    if (held === null) return;
    svg.setPointerCapture(event.pointerId);
    move(...at(event), held);
  });
  svg.addEventListener("pointermove", (event) => {
    if (held !== null && svg.hasPointerCapture(event.pointerId)) move(...at(event), held);
  });
  // A handle moves up and down, too. Chromium heeds no touch-action inside an SVG, so a touch that
  // holds one is kept from scrolling here.
  if (grab)
    svg.addEventListener(
      "touchstart",
      (event) => {
        if (event.cancelable && grab(...at(event.changedTouches[0])) !== null)
          event.preventDefault();
      },
      { passive: false },
    );
}
