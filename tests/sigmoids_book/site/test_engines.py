"""Each page and each demo once in Firefox and in WebKit; the other tests use Chromium."""

import pytest
from playwright.sync_api import expect

from sigmoids.demos import DEMOS
from tests.support import HTML
from tests.support import browser as browsers
from tests.support.engines import ENGINES, Watched
from tests.support.pages import PAGES
from tests.support.server import serve


@pytest.fixture(scope="session", params=ENGINES)
def engine(request):
    if absent := browsers.missing(request.param):
        pytest.skip(absent)
    engine = ENGINES[request.param]()
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def watched():
    """The address of the built book, whose pages note what goes wrong on them."""
    with serve(HTML, Watched) as server:
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


# A heading and a cell two thirds down the page, where it has any.
FAR_DOWN = """() => ["section section[id]", "section section [id^=cell-]"].flatMap((kind) => {
  const all = document.querySelectorAll(kind);
  return all.length ? [all[Math.floor((all.length * 2) / 3)].id] : [];
})"""
# Near the top of the window, or the page has no more to scroll. A heading keeps a margin there, and
# a cell's anchor stands a paragraph's margin above what it shows.
LANDED = """(id) => {
  const top = document.getElementById(id).getBoundingClientRect().top;
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  return [scrollY > 0 && ((top > -8 && top < 48) || left <= 1), { top, left, scrollY }];
}"""
COUNT = "() => document.querySelectorAll('[data-demo]').length"
STARTED = """(nth) => {
  const demo = document.querySelectorAll("[data-demo]")[nth];
  demo.scrollIntoView({ behavior: "instant" }); // again, while what is above it grows
  return ["ready" in demo.dataset, demo.dataset.demo];
}"""
STRANGERS = """() => performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => !name.startsWith(origin) && !name.startsWith("data:"))"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def start_demos(engine):
    for nth in range(engine.run(COUNT)):
        engine.wait(STARTED, nth)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_without_error_fits_a_phone_and_its_links_land(engine, watched, name):
    engine.open(watched + name)
    start_demos(engine)
    assert engine.run(SIDEWAYS) <= 0
    targets = engine.run(FAR_DOWN)
    for target in targets:
        engine.run("() => scrollTo({ top: 0, behavior: 'instant' })")
        engine.run("(id) => { location.hash = id; }", target)
        engine.wait(LANDED, target)
    assert engine.run("() => window.wrong") == []
    assert engine.run(STRANGERS) == []
    if targets:  # the same from another page
        engine.open("about:blank")
        engine.open(f"{watched}{name}#{targets[-1]}")
        engine.wait(LANDED, targets[-1])


@pytest.fixture(scope="module")
def demos(engine, watched):
    """The same page in the engine."""
    engine.open(watched + "reference/demos.html")
    return engine


GO = """(stem) => document.querySelector(`[data-demo=${stem}]`)
    .scrollIntoView({ block: "center", behavior: "instant" })"""
READY = "(stem) => ['ready' in document.querySelector(`[data-demo=${stem}]`).dataset, stem]"
TAKE = "(stem) => document.querySelector(`[data-demo=${stem}] input[type=range]`).focus()"
# The first slider's value, and what the read-out says.
SHOWN = """(stem) => {
  const demo = document.querySelector(`[data-demo=${stem}]`);
  const slider = demo.querySelector("input[type=range]");
  return [slider?.value, demo.querySelector(".demo-readout").textContent];
}"""
SHOWS = f"""(stem, expected) => {{
  const shown = ({SHOWN})(stem);
  return [shown.join() === expected.join(), shown];
}}"""
PICTURE = """(stem) => [".demo-picture", ".demo-readout"].map((part) =>
    document.querySelector(`[data-demo=${stem}] ${part}`).innerHTML).join("")"""
CHANGED = f"(stem, before) => [({PICTURE})(stem) !== before, stem]"
# The middle of what can be dragged, or of the picture.
HANDLE = """(stem) => {
  const picture = document.querySelector(`[data-demo=${stem}] .demo-picture`);
  const handle = [...picture.querySelectorAll(".grab, .demo-field")].at(-1) ?? picture;
  const box = handle.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}"""


@pytest.fixture(scope="module")
def in_chromium(browser, watched):
    """Of each demo what SHOWN gives in Chromium, before and after a key. Other tests compare
    Chromium's numbers with Python's."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(watched + "reference/demos.html")
    shown = {}
    for stem in DEMOS:
        demo = page.locator(f"[data-demo={stem}]")
        demo.scroll_into_view_if_needed()
        expect(demo).to_have_attribute("data-ready", "")
        expect(demo.locator(".demo-readout")).not_to_contain_text("Loading")
        before = page.evaluate(SHOWN, stem)
        page.evaluate(TAKE, stem)
        page.keyboard.press("ArrowRight")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        shown[stem] = (before, page.evaluate(SHOWN, stem))
    yield shown
    page.close()


@pytest.mark.parametrize("stem", DEMOS)
def test_a_demo_shows_the_same_numbers_as_in_chromium_after_the_same_key(demos, in_chromium, stem):
    before, after = in_chromium[stem]
    assert after[0] != before[0] and after[1] != before[1]
    demos.run(GO, stem)
    demos.wait(SHOWS, stem, before)
    demos.run(TAKE, stem)
    demos.press("ARROW_RIGHT")
    demos.wait(SHOWS, stem, after)
    assert demos.run("() => window.wrong") == []


# The depth demo has no part to take hold of.
@pytest.mark.parametrize("stem", [stem for stem in DEMOS if stem != "depth"])
def test_a_demo_is_dragged_with_the_mouse(demos, stem):
    demos.run(GO, stem)
    demos.wait(READY, stem)
    before = demos.run(PICTURE, stem)
    x, y = demos.run(HANDLE, stem)
    demos.drag((x, y), (x + 40, y + 15))
    demos.wait(CHANGED, stem, before)
    assert demos.run("() => window.wrong") == []


FIELD = """() => {
  const field = document.querySelector("[data-demo=slope] input[type=text][name=k]");
  field.focus();
  field.select();
}"""
ENTERED = """(value) => {
  const [field, slider] = document.querySelectorAll("[data-demo=slope] [name=k]:not([type=range]),"
      + " [data-demo=slope] [name=k][type=range]"), seen = [field.value, slider.value];
  return [seen.every((one) => one === value), seen];
}"""


@pytest.mark.parametrize(
    ("typed", "value"), [("2,5", "2.5"), (" 1.5", "1.5"), ("3e-1", "0.3"), ("1.000,5", "0.3")]
)
def test_a_number_is_read_as_it_is_typed(demos, typed, value):
    demos.run(GO, "slope")
    demos.wait(READY, "slope")
    if value == "0.3":
        demos.run(FIELD)
        demos.type("0.3")
        demos.press("ENTER")
    demos.run(FIELD)
    demos.type(typed)
    demos.press("ENTER")
    demos.wait(ENTERED, value)


# What a paragraph with a formula leaves selected when the reader goes to the search field.
SELECT = """(field) => {
  getSelection().selectAllChildren(document.querySelector("p:has(.katex)"));
  document.addEventListener("copy", (event) => { window.ours = event.defaultPrevented; });
  if (!field) return;
  const search = document.querySelector(".find input");
  search.value = "hello";
  search.focus();
  search.select();
}"""


@pytest.mark.parametrize("field", [True, False], ids=["field", "page"])
def test_from_a_field_its_own_text_is_copied(engine, watched, field):
    engine.open(watched + "chapters/formula.html")
    engine.run(SELECT, field)
    engine.press_together("CONTROL", "c")
    engine.wait("(ours) => [window.ours === ours, window.ours]", not field)
