"""What axe-core finds on the built pages. A file of its own, so that it runs beside the others."""

import pytest
from playwright.sync_api import expect

from tests.conftest import accessibility_violations
from tests.test_site import PAGES


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong(page, site, name, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + name)
    for demo in page.locator("[data-demo]").all():
        demo.scroll_into_view_if_needed()
        expect(demo).to_have_attribute("data-ready", "")
    for choice in page.locator(".quiz summary").all():
        choice.click()
    assert accessibility_violations(page) == []
