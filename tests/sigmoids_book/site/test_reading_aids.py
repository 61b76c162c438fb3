"""Pages as readers set them up: colours, size and spacing of text, zoom, paper, clipboard, keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.support import browser as browsers
from tests.support.colours import contrast, of_browser
from tests.support.pages import PAGES, accessibility_violations, start_demos

FORMULA = "chapters/formula.html"

# The colour of each word in a picture, that of its ground, the contrast that is wanted, the word.
COLOURS = """() => {
  return [...document.querySelectorAll(".demo svg text")].filter((text) => text.textContent.trim())
    .map((text) => {
      // A letter in a dot has the colour of the paper.
      const dot = text.style.fill === "var(--paper)" && text.previousElementSibling;
      const ground = dot ? getComputedStyle(dot).fill
        : getComputedStyle(text.closest(".demo")).backgroundColor;
      return [getComputedStyle(text).fill, ground, dot ? 3 : 4.5, text.textContent];
    });
}"""


@pytest.mark.parametrize("saved", ["", "light", "dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_with_forced_colours_a_pictures_words_are_read_whatever_theme_was_chosen(
    browser, site, system, saved
):
    context = browser.new_context(color_scheme=system, forced_colors="active")
    page = context.new_page()
    page.goto(site + "reference/demos.html")
    page.evaluate("(theme) => localStorage.setItem('sigmoid-function / theme', theme)", saved)
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == saved
    start_demos(page)
    found = page.evaluate(COLOURS)
    assert len(found) > 100
    pale = [one for one in found if contrast(*map(of_browser, one[:2])) < one[2]]
    assert pale == []
    context.close()


SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
# Controls in which a part lies on another one, or hangs out of the control.
OVERLAPS = """() => [...document.querySelectorAll(".demo-control")].flatMap((row) => {
  const box = row.getBoundingClientRect(), [label, ...fields] = row.children;
  const end = label.getBoundingClientRect().bottom;
  const next = row.nextElementSibling?.getBoundingClientRect();
  const bad = fields.filter((field) => field.matches("input, select"))
    .map((field) => field.getBoundingClientRect())
    .filter(({ top, bottom }) => top < end - 1 || bottom > box.bottom + 1);
  const clipped = label.scrollHeight > label.clientHeight + 2 && label.clientHeight > 0;
  const onNext = next && next.top < box.bottom - 1 && next.left < box.right - 1;
  return bad.length || clipped || onNext ? [label.textContent] : [];
})"""
OUTSIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def reader(browser):
    """`reader(*flags, **context)`: a page of a browser that is set up so."""
    opened = []

    def open_page(*flags, **context):
        flags = [*browsers.FLAGS, *flags]
        own = browser.browser_type.launch(executable_path=browsers.find(), args=flags)
        opened.append(own)
        return own.new_context(**context).new_page()

    yield open_page
    for own in opened:
        own.close()


def see_all_demos(page, site):
    page.goto(site + "reference/demos.html")
    start_demos(page)
    page.wait_for_timeout(100)
    assert page.locator(".demo-control input[type=range]").count() > 30


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_with_the_text_spacing_of_wcag_no_label_lies_on_its_slider(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    see_all_demos(page, site)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(OUTSIDE) <= 0


def test_a_label_on_its_slider_is_seen(page, site):
    see_all_demos(page, site)
    page.add_style_tag(
        content=".demo .demo-control { height: 1.5rem; min-height: 0; contain: size }"
    )
    assert len(page.evaluate(OVERLAPS)) > 30


@pytest.mark.parametrize("width", [320, 390, 1000])
@pytest.mark.parametrize("flag", ["minimumFontSize=24", "defaultFontSize=32"])
def test_with_larger_fonts_no_label_lies_on_its_slider(reader, site, flag, width):
    page = reader(f"--blink-settings={flag}", viewport={"width": width, "height": 900})
    see_all_demos(page, site)
    size = page.locator(".demo-control span").first.evaluate("(e) => getComputedStyle(e).fontSize")
    assert size == f"{flag.split('=')[1]}px" or flag.startswith("minimum")
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(OUTSIDE) <= 0


@pytest.mark.parametrize("percent", [200, 400])
@pytest.mark.parametrize(
    "name", ["reference/demos.html", FORMULA, "guides/exercises.html", "reference/cheat-sheet.html"]
)
def test_zoomed_in_a_page_needs_no_scrolling_sideways(browser, site, name, percent):
    """A laptop's window of 1280 × 1024 holds so many fewer CSS pixels."""
    scale = percent / 100
    viewport = {"width": int(1280 / scale), "height": int(1024 / scale)}
    context = browser.new_context(viewport=viewport, device_scale_factor=scale)
    page = context.new_page()
    page.goto(site + name)
    start_demos(page)
    assert page.evaluate(OUTSIDE) <= 0
    assert page.evaluate(OVERLAPS) == []
    context.close()


def test_the_link_at_a_heading_is_reached_by_keyboard_and_then_seen(page, site):
    page.goto(site + FORMULA)
    link = page.locator("h2 .headerlink").nth(1)
    seen = "(link) => Number(getComputedStyle(link).opacity)"
    assert link.evaluate(seen) == 0
    page.locator("h2").nth(1).locator("xpath=preceding::a[1]").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate(seen) == 1
    page.keyboard.press("Enter")
    assert page.url.endswith(link.get_attribute("href"))
    assert accessibility_violations(page) == []


# In a window as wide as the paper between margins of 1 cm.
PAPER = {"A4": 718, "Letter": 740}
CUT = """() => {
  const parts = document.querySelectorAll(
    "main :is(pre, table, div.math, .katex-display, img, .demo, p, li, dl)");
  const end = document.querySelector("article").getBoundingClientRect().right;
  return [...parts].filter((part) => part.checkVisibility()).filter((part) =>
      part.getBoundingClientRect().right > end + 1
      || (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline"))
    .map((part) => `${part.localName}: ${part.textContent.trim().slice(0, 60)}`);
}"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_on_paper(kept_page, site, name):
    page = kept_page
    page.goto(site + name)
    page.emulate_media(media="print", color_scheme="light")
    for width in PAPER.values():
        page.set_viewport_size({"width": width, "height": 1000})
        assert page.evaluate(CUT) == []


def test_on_paper_long_lines_of_code_are_wrapped(page, site):
    page.goto(site + FORMULA)
    code = page.locator("main pre", has_text="p0=[500, 0.4, 6]").first
    page.set_viewport_size({"width": PAPER["A4"], "height": 1000})
    page.emulate_media(media="print")
    assert code.evaluate("(pre) => pre.scrollWidth - pre.clientWidth") <= 0
    page.add_style_tag(content="@media print { pre { white-space: pre !important } }")
    assert page.evaluate(CUT) != []  # what would be cut


COPY = """([first, last]) => {
  const range = document.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def copied(page, first, last=None):
    """The clipboard's text and HTML after a selection from one element to the end of another."""
    first = page.locator(first).first.element_handle()
    last = page.locator(last).first.element_handle() if last else first
    page.evaluate("""() => document.addEventListener("copy", (event) => {
      window.html = event.clipboardData.getData("text/html");
    }, { once: true })""")
    page.evaluate(COPY, [first, last])
    page.keyboard.press("Control+c")
    page.wait_for_timeout(100)
    return page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def writer(page, site):
    """A page whose clipboard may be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    page.goto(site + FORMULA)
    return page


def test_a_copied_formula_is_its_latex_once(writer):
    text = copied(writer, "div.math")
    assert text.strip() == r"$$\sigma(x) = \frac{1}{1+e^{-x}} = \frac{e^{x}}{1+e^{x}}.$$"
    part = copied(writer, "div.math .katex-html .mfrac")  # a part of it is all of it
    assert part.strip() == text.strip()


def test_in_a_copied_text_each_formula_is_its_latex_once_and_lines_remain(writer):
    text = copied(writer, "#two-forms-of-one-function")
    formulas = writer.locator("#two-forms-of-one-function annotation").all_text_contents()
    assert len(formulas) > 5
    for formula in formulas:
        assert text.count(f"${formula}$") == formulas.count(formula), formula
    assert not re.search(r"[σ−]|\u200b", re.sub(r"\$.*?\$", "", text.split("def ")[0])), text
    assert "Two forms of one function\n" in text and text.count("\n") > 5
    assert "function#" not in text and "Copy" not in text


def test_text_without_a_formula_is_copied_as_ever(writer):
    text = copied(writer, "h1")
    assert text.strip() == "The formula"
    assert writer.wrong == []


def test_what_is_copied_with_a_formula_names_links_and_pictures_in_full(writer, site):
    copied(writer, "article")
    addresses = writer.evaluate(
        r"[...html.matchAll(/ (?:href|src)=\"([^\"]*)\"/g)].map((m) => m[1])"
    )
    assert len(addresses) > 10
    assert [one for one in addresses if not one.startswith(("http", "data:"))] == []
    assert f"{site}chapters/" in " ".join(addresses)
