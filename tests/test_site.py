"""The built pages in a real browser, with every other host cut off."""

import functools
import http.server
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from sigmoids.functions import logistic_curve, logistic_curve_slope

HTML = Path(__file__).parent.parent / "_build/html"
PAGES = sorted(p.relative_to(HTML).as_posix() for p in HTML.rglob("*.html"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    handler = functools.partial(Quiet, directory=str(HTML))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        if not found and not Path(playwright.chromium.executable_path).exists():
            pytest.fail("No browser. Install one: playwright install chromium", pytrace=False)
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def number(locator):
    return float(locator.inner_text().replace("−", "-"))


def test_the_book_is_built():
    assert {"index.html", "chapters/formula.html", "search.html"} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_no_other_host_reports_no_error_and_fits_a_phone(page, site, name):
    wrong = []
    page.on("request", lambda r: r.url.startswith((site, "data:")) or wrong.append(r.url))
    page.on("console", lambda m: m.type == "error" and wrong.append(m.text))
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.goto(site + name)
    for demo in page.locator("[data-demo]").all():
        demo.scroll_into_view_if_needed()
        expect(demo).to_have_attribute("data-ready", "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert wrong == []


def test_slope_demo_shows_the_numbers_of_the_reference(page, site):
    page.goto(site + "chapters/formula.html")
    demo = page.locator("[data-demo=slope]").first
    demo.scroll_into_view_if_needed()
    expect(demo).to_have_attribute("data-ready", "")
    demo.locator("input[type=range][name=k]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    demo.locator("input[type=number][name=L]").fill("1.5")
    page.keyboard.press("Tab")
    read = {n: float(demo.locator(f"input[type=range][name={n}]").input_value()) for n in "kxL"}
    x0 = float(demo.locator("input[type=range][name=x0]").input_value())
    curve = {"ceiling": read["L"], "steepness": read["k"], "midpoint": x0}
    assert read["L"] == 1.5
    expect(demo.locator("[data-name=greatest]")).to_have_text(f"{read['k'] * 1.5 / 4:.4f}")
    assert abs(number(demo.locator("[data-name=f]")) - logistic_curve(read["x"], **curve)) < 6e-5
    slope = logistic_curve_slope(read["x"], **curve)
    assert abs(number(demo.locator("[data-name=slope]")) - slope) < 6e-5
