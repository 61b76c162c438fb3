// All that a page needs: theme, copy buttons, quiz score, demos. Each works without the others.
const here = document.currentScript;
const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

// What the browser keeps for the reader, under keys of this copy of the book: other projects on the
// same host share the storage. It may be off, or full; then nothing is kept, and all else goes on.
const top = new URL(root.dataset.content_root ?? ".", location.href).pathname;
const shelf = `sigmoid-function ${top} `;
const kept = (key) => {
  try {
    return localStorage.getItem(shelf + key);
  } catch {
    return null;
  }
};
const keep = (key, value) => {
  try {
    if (value === null) localStorage.removeItem(shelf + key);
    else localStorage.setItem(shelf + key, value);
  } catch {
    /* for this page alone, then */
  }
};

// Theme: as the system has it, until the reader chooses. The page's head has set what was chosen.
const button = document.querySelector(".theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
const name = () => button.setAttribute("aria-label", isDark() ? "Light theme" : "Dark theme");
button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  keep("theme", root.dataset.theme);
  name();
});
name();
button.hidden = false;

// Code: a copy button.
if (navigator.clipboard)
  for (const block of all(".highlight")) {
    const copy = make("button", {
      className: "copy",
      type: "button",
      textContent: "Copy",
      ariaLive: "polite",
    });
    copy.addEventListener("click", async () => {
      // biome-ignore lint/performance/useDomNodeTextContent: lines as they are laid out
      const code = block.querySelector("pre").innerText;
      const done = await navigator.clipboard.writeText(code).then(
        () => "Copied",
        () => "No access",
      );
      copy.textContent = done;
      setTimeout(() => {
        copy.textContent = "Copy";
      }, 2000);
    });
    block.append(copy);
  }

// Quiz: the first answer to each question counts.
const quizzes = all(".quiz");
if (quizzes.length) {
  const score = make("p", { className: "score", ariaLive: "polite" });
  const first = new Map();
  quizzes.at(-1).after(score);
  for (const quiz of quizzes)
    quiz.addEventListener(
      "toggle",
      ({ target }) => {
        if (!target.open || first.has(quiz)) return;
        first.set(quiz, target.className === "right");
        const right = [...first.values()].filter(Boolean).length;
        const answered = `${right} of ${first.size} answered, ${quizzes.length} in all`;
        score.textContent = `Right at the first try: ${answered}.`;
      },
      true,
    );
}

// Exercises: the reader's own ticks.
for (const box of all("input[data-set]")) {
  const key = `done ${box.dataset.set}`;
  const show = () => {
    box.checked = kept(key) !== null;
  };
  show();
  // When the reader comes back, the browser has set it as it was.
  addEventListener("pageshow", show);
  box.addEventListener("change", () => keep(key, box.checked ? "" : null));
}

// A copied formula is its LaTeX, once. By itself it comes twice, as MathML and as what is seen.
// (KaTeX's copy-tex does this, too, and runs the paragraphs around the formula together.)
document.addEventListener("copy", (event) => {
  // In Firefox the page's text stays selected while a field's is copied.
  if (event.target.closest?.("input, textarea, [contenteditable]")) return;
  const selection = getSelection();
  const box = make("div", { className: "copied" });
  for (let i = 0; i < selection.rangeCount; i++) {
    const range = selection.getRangeAt(i).cloneRange();
    const formula = (node) => (node.closest ? node : node.parentElement)?.closest(".katex");
    const [first, last] = [formula(range.startContainer), formula(range.endContainer)];
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    box.append(range.cloneContents());
  }
  const formulas = [...box.querySelectorAll(".katex")];
  if (!formulas.length) return;
  for (const formula of formulas) {
    const mark =
      formula.closest(".katex-display") || formula.querySelector("math[display]") ? "$$" : "$";
    formula.replaceWith(mark + formula.querySelector("annotation").textContent + mark);
  }
  for (const other of box.querySelectorAll("button, .headerlink")) other.remove();
  for (const name of ["href", "src"])
    for (const part of box.querySelectorAll(`[${name}]`)) {
      // As it leaves this page.
      part.setAttribute(name, new URL(part.getAttribute(name), document.baseURI));
    }
  document.body.append(box); // a text has its lines where it is laid out
  // biome-ignore lint/performance/useDomNodeTextContent: lines as they are laid out
  event.clipboardData.setData("text/plain", box.innerText);
  event.clipboardData.setData("text/html", box.innerHTML);
  event.preventDefault();
  box.remove();
});

// Demos: each loads when it comes near, and runs on a model that no kernel stands behind.
class Model extends EventTarget {
  constructor(values) {
    super();
    this.values = values;
  }
  get(key) {
    return this.values[key];
  }
  set(key, value) {
    if (this.values[key] === value) return;
    this.values[key] = value;
    for (const event of [`change:${key}`, "change"]) this.dispatchEvent(new Event(event));
  }
  on(event, listener) {
    this.addEventListener(event, listener);
  }
  off(event, listener) {
    this.removeEventListener(event, listener);
  }
  save_changes() {}
  /** What a script beside the demo's program defines: large data, asked for on first use. */
  async load(name) {
    await load(name);
    return defined.get(name);
  }
}
const defined = new Map();
const waiting = new Map();
window.sigmoids = { define: (name, value) => defined.set(name, value) };
const load = (name) => {
  if (!waiting.has(name))
    waiting.set(
      name,
      new Promise((resolve, reject) => {
        // A plain script, since a page opened from a folder may not import modules.
        document.head.append(
          make("script", {
            src: `${here.dataset.static}demos/${name}.js${here.dataset.version}`,
            onload: resolve,
            onerror: () => {
              waiting.delete(name); // so that asking again is trying again
              reject(new Error("its program did not load"));
            },
          }),
        );
      }),
    );
  return waiting.get(name);
};
async function mount(el) {
  try {
    await load(el.dataset.demo);
    defined.get(el.dataset.demo)({ model: new Model(JSON.parse(el.dataset.state)), el });
    el.dataset.ready = "";
  } catch (error) {
    el.dataset.failed = "";
    el.querySelector(".demo-readout")?.replaceChildren(
      make("p", {
        className: "failed",
        textContent: `This demo does not run here: ${error.message}. The picture is how it starts.`,
      }),
    );
  }
}
const near = new IntersectionObserver(
  async (entries) => {
    const top = (entry) => Math.abs(entry.boundingClientRect.top);
    const coming = entries.filter((entry) => entry.isIntersecting).sort((a, b) => top(a) - top(b));
    for (const { target } of coming) {
      near.unobserve(target);
      load(target.dataset.demo).catch(() => {}); // mount() says it
    }
    for (const { target } of coming) {
      await mount(target); // what is read first, and then a frame of it before the next
      await new Promise((done) => setTimeout(done));
    }
  },
  { rootMargin: "300px" },
);
for (const el of all("[data-demo]")) near.observe(el);
// A link to a demo's state, `#demo-slope?k=2`, or to a place, with a tracker's `?utm_source=…`
// after it, names no element, so the browser does not go there itself.
const go = () => {
  const [, place] = /^#([\w-]+)[^\w-]/.exec(location.hash) ?? [];
  if (place) document.getElementById(place)?.scrollIntoView();
};
addEventListener("hashchange", go);
go();
