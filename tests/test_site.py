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


def test_dragging_moves_the_point_and_reset_takes_it_back(page, site):
    page.goto(site + "chapters/formula.html")
    demo = page.locator("[data-demo=slope]").first
    demo.scroll_into_view_if_needed()
    expect(demo).to_have_attribute("data-ready", "")
    slider = demo.locator("input[type=range][name=x]")
    before = slider.input_value()
    box = demo.locator("svg").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 80)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 80, steps=4)
    page.mouse.up()
    expect(slider).not_to_have_value(before)
    assert float(slider.input_value()) < -2
    expect(demo.locator("[data-name=f]")).not_to_have_text("")
    demo.get_by_role("button", name="Reset").click()
    expect(slider).to_have_value(before)


def test_a_number_out_of_range_is_clamped_and_said(page, site):
    page.goto(site + "index.html")
    demo = page.locator("[data-demo=growth]")
    demo.scroll_into_view_if_needed()
    expect(demo).to_have_attribute("data-ready", "")
    field = demo.locator("input[type=number][name=K]")
    field.fill("5000")
    field.press("Tab")
    expect(field).to_have_value("1000")
    expect(demo.locator("[aria-live]")).to_contain_text("between 300 and 1000")


def test_least_squares_reaches_the_reference_misfit(page, site):
    page.goto(site + "index.html")
    demo = page.locator("[data-demo=growth]")
    demo.scroll_into_view_if_needed()
    demo.get_by_role("button", name="Least squares").click()
    expect(demo.locator("[data-name=K]")).to_have_text("663")
    expect(demo.locator("[data-name=misfit]")).to_have_text("3.20")


def test_quiz_answers_each_choice_and_counts_the_first_try(page, site):
    page.goto(site + "chapters/properties.html")
    quiz = page.locator(".quiz").first
    wrong, right = quiz.locator("details.wrong").first, quiz.locator("details.right")
    wrong.locator("summary").click()
    expect(wrong.locator(".verdict")).to_be_visible()
    expect(page.locator(".score")).to_contain_text("0 of 1 answered, 5 in all")
    right.locator("summary").click()
    expect(right.locator(".verdict")).to_have_text("Right.")
    expect(wrong).not_to_have_attribute("open", "")
    expect(page.locator(".score")).to_contain_text("0 of 1 answered")


def test_quiz_and_still_pictures_are_there_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "chapters/properties.html")
    choice = page.locator(".quiz details.wrong").first
    choice.locator("summary").click()
    expect(choice.locator(".verdict")).to_be_visible()
    picture = page.locator("[data-demo] img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    context.close()


def test_theme_button_switches_and_is_remembered(page, site):
    page.emulate_media(color_scheme="light")
    page.goto(site + "index.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(site + "search.html?q=inflection")
    assert page.evaluate(ground) == dark
    expect(page.locator("#search-results li").first).to_be_visible()


def test_a_page_opened_from_a_folder_runs_its_demo(page):
    page.goto((HTML / "index.html").as_uri())
    demo = page.locator("[data-demo=growth]")
    demo.scroll_into_view_if_needed()
    expect(demo).to_have_attribute("data-ready", "")


def test_a_demo_whose_program_does_not_load_says_so_in_its_place(page, site):
    page.route("**/demos/growth.js*", lambda route: route.abort())
    page.goto(site + "index.html")
    expect(page.locator("[data-demo=growth] .failed")).to_contain_text("did not load")
