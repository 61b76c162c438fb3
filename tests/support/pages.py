"""The pages of the built book, and what is done on many of them."""

import pytest
from playwright.sync_api import expect

from tests.support import HTML, ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
# It looks for the same; to describe each of thousands of elements in which nothing is wrong took
# two thirds of its time.
VIOLATIONS = """axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)"""
# The links of 404.html lead from the site's address: see test_addresses.py.
PAGES = sorted({p.relative_to(HTML).as_posix() for p in HTML.rglob("*.html")} - {"404.html"})
STORAGE_OFF = """
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});
delete Navigator.prototype.clipboard; delete window.requestIdleCallback;"""


def start_demos(page):
    """Go to each demo, so that it starts."""
    for demo in page.locator("[data-demo]").all():
        demo.scroll_into_view_if_needed()
        expect(demo).to_have_attribute("data-ready", "")


def accessibility_violations(page):
    """What axe-core finds wrong on the page that is open: rule, element, reason."""
    if not AXE.exists():
        why = "axe-core is not installed. Install it: python -m sigmoids_book.node"
        pytest.fail(why, pytrace=False)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in page.evaluate(VIOLATIONS)
        for node in rule["nodes"]
    ]
