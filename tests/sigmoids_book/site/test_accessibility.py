"""What axe-core finds on the built pages. A file of its own, so that it runs beside the others."""

from collections import Counter

import pytest

from tests.support import browser as browsers
from tests.support.pages import PAGES, accessibility_violations, start_demos

VIEWS = [(390, 844, "light"), (1280, 900, "dark")]
OTHERS = [(390, 844, "dark"), (1280, 900, "light")]
SAMPLES = ["index.html", "reference/demos.html", "chapters/formula.html", "exercises/formula.html"]


@pytest.mark.counts("pages × views × engines under axe")
@pytest.mark.parametrize(
    ("name", "width", "height", "scheme"),
    [(name, *view) for view in VIEWS for name in PAGES]
    + [(name, *view) for view in OTHERS for name in SAMPLES],
)
def test_axe_finds_nothing_wrong(kept_page, site, name, width, height, scheme):
    page = kept_page
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + name)
    start_demos(page)
    page.evaluate("document.querySelectorAll('.quiz summary').forEach((one) => one.click())")
    assert accessibility_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.wrong == []


def test_a_screen_reader_finds_the_headings_and_formulas_out_of_view(browser, site):
    flags = [*browsers.FLAGS, "--force-renderer-accessibility"]
    reader = browser.browser_type.launch(executable_path=browsers.find(), args=flags)
    page = reader.new_page(viewport={"width": 390, "height": 844})
    page.goto(site + "chapters/formula.html")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
    formulas = page.locator("article math:not(details > :not(summary) *)")  # not in closed answers
    assert roles["heading"] == page.locator("article :is(h1, h2, h3)").count() > 10
    assert roles["MathMLMath"] == formulas.count() > 100
    reader.close()


def test_axe_knows_a_name_that_lacks_the_words_that_are_shown(page, site):
    page.goto(site + "exercises/formula.html")
    fold = page.locator("details.hide > summary").first
    fold.evaluate("(summary) => { summary.ariaLabel = 'Toggle hidden content'; }")
    (found,) = accessibility_violations(page)
    assert found[0] == "label-content-name-mismatch"
