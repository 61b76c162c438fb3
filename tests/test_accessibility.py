"""What axe-core finds on the built pages. A file of its own, so that it runs beside the others."""

import pytest

from tests.conftest import accessibility_violations, start_demos
from tests.test_site import PAGES

VIEWS = [(390, 844, "light"), (1280, 900, "dark")]
OTHERS = [(390, 844, "dark"), (1280, 900, "light")]
SAMPLES = ["index.html", "demos.html", "chapters/formula.html", "exercises/formula.html"]


@pytest.mark.parametrize(
    ("name", "width", "height", "scheme"),
    [(name, *view) for view in VIEWS for name in PAGES]
    + [(name, *view) for view in OTHERS for name in SAMPLES],
)
def test_axe_finds_nothing_wrong(page, site, name, width, height, scheme):
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + name)
    start_demos(page)
    for choice in page.locator(".quiz summary").all():
        choice.click()
    assert accessibility_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.wrong == []
