"""A page that the browser translates, into a language that is written from right to left, too."""

import pytest

from tests.support.pages import PAGES, start_demos

PARTS = ".katex, div.math, pre, code, .demo-picture"
BACKWARDS = f"""() => [...document.querySelectorAll("{PARTS}")]
    .filter((part) => getComputedStyle(part).direction !== "ltr" || part.translate)
    .map((part) => part.outerHTML.slice(0, 120))"""
# Glyphs of a formula from left to right, as they stand in its source.
ORDER = """() => [...document.querySelectorAll(".katex-html > .base:first-child")]
    .filter((base) => base.checkVisibility() && base.children.length > 2).map((base) => {
      const [, first] = base.children, last = base.lastElementChild;
      return first.getBoundingClientRect().left <= last.getBoundingClientRect().left;
    })"""
SIDEWAYS = """() => {
  scrollBy(-5000, 0);
  const { scrollWidth, clientWidth } = document.documentElement;
  return [scrollWidth - clientWidth, scrollX];
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_from_right_to_left_formulas_code_and_pictures_stay_and_nothing_is_wider(
    kept_page, site, name, width
):
    page = kept_page
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site + name)
    page.evaluate("document.documentElement.dir = 'rtl'")
    start_demos(page)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate(BACKWARDS) == []
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert all(page.evaluate(ORDER))
    assert page.wrong == []


def test_formulas_are_told_from_right_to_left(page, site):
    """The test above would see one that runs backwards, and a page that is too wide."""
    page.goto(site + "chapters/formula.html")
    assert len(page.evaluate(ORDER)) > 20
    page.evaluate("""() => {
      document.documentElement.dir = "rtl";
      for (const part of document.querySelectorAll("[dir=ltr]")) part.removeAttribute("dir");
      document.querySelector(".skip").style = "inset: 0 auto auto -99rem; width: 9rem";
    }""")
    assert not all(page.evaluate(ORDER)) and page.evaluate(BACKWARDS) != []
    assert page.evaluate(SIDEWAYS) != [0, 0]


def test_the_text_itself_is_for_translators(page, site):
    page.goto(site + "chapters/formula.html")
    asked = (
        "document.querySelector('article p').translate && document.querySelector('h1').translate"
    )
    assert page.evaluate(asked)


def test_the_first_tab_stop_is_still_the_link_to_the_text(page, site):
    page.goto(site + "guides/start.html")
    link = page.locator(".skip")
    assert link.bounding_box()["width"] <= 1
    page.keyboard.press("Tab")
    box = link.bounding_box()
    assert box["x"] >= 0 and box["width"] > 100 and box["height"] > 24
