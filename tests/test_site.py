"""The built pages in a real browser, with every other host cut off."""

import gzip
import re
import zipfile

import pytest
from playwright.sync_api import expect

from sigmoids.site import offline
from tests.conftest import HTML, lay_out, settle, start_demos

PAGES = sorted(p.relative_to(HTML).as_posix() for p in HTML.rglob("*.html"))


def test_the_book_is_built():
    assert {"index.html", "chapters/formula.html", "search.html"} <= set(PAGES)


def test_the_runtime_is_under_3_kilobytes_gzipped():
    assert len(gzip.compress((HTML / "_static/site.js").read_bytes())) < 3000


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_no_other_host_reports_no_error_and_fits_a_phone(page, site, name):
    wrong = []
    page.on("request", lambda r: r.url.startswith((site, "data:")) or wrong.append(r.url))
    page.on("console", lambda m: m.type == "error" and wrong.append(m.text))
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.goto(site + name)
    start_demos(page)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        lay_out(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert wrong == []


def test_print_shows_all_answers_and_no_controls(page, site):
    page.goto(site + "chapters/properties.html")
    page.emulate_media(media="print", color_scheme="light")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    answers = page.locator(".quiz .verdict")
    assert answers.count() > 8
    assert all(answer.is_visible() for answer in answers.all())
    for gone in (".top", ".pages", ".demo-controls", ".copy"):
        assert page.locator(gone).count()
        assert not any(part.is_visible() for part in page.locator(gone).all())


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


LEFT_OUT = """[...document.querySelectorAll("section section > :first-child")]
    .filter((block) => !block.checkVisibility({ contentVisibilityAuto: true })).length"""
PLACES = """[...document.querySelectorAll("section > *")]
    .map((block) => block.getBoundingClientRect().top + scrollY)"""


FORMULA = "chapters/formula.html"


def place(page, heading):
    """Where a heading is: the distance from the top, and what is left to scroll."""
    left = page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
    return heading.bounding_box()["y"], left


@pytest.mark.parametrize("used", [False, True], ids=["as_opened", "demo_used"])
def test_a_link_to_a_heading_far_down_ends_there(page, site, used):
    page.emulate_media(reduced_motion="reduce")
    page.goto(site + FORMULA)
    settle(page)
    if used:
        page.locator("#demo-slope").scroll_into_view_if_needed()
        page.locator("#demo-slope input[type=range]").first.focus()
        page.wait_for_timeout(100)
    assert page.evaluate(LEFT_OUT) > 5
    for heading in page.locator("section section[id]").all()[::-3]:
        page.evaluate("(id) => { location.hash = id; }", heading.get_attribute("id"))
        page.wait_for_timeout(100)
        top, left = place(page, heading)
        assert top == pytest.approx(16, abs=1) or left < 1


def test_a_link_followed_while_a_page_opens_ends_at_its_heading(page, site):
    fonts, late = [], []
    # Until its fonts are let through, the page is opening.
    page.route("**/*.woff2", lambda font: font.continue_() if late else fonts.append(font))
    page.goto(site + FORMULA, wait_until="domcontentloaded")
    page.add_style_tag(content="html { overflow-anchor: none }")  # as in Safari
    page.locator(".headerlink[href='#the-asymmetric-cousin']").dispatch_event("click")
    assert len(fonts) > 1
    late.append(True)
    for font in fonts:
        font.continue_()
    settle(page)
    assert place(page, page.locator("#the-asymmetric-cousin"))[0] == pytest.approx(16, abs=1)


def test_opened_at_a_heading_or_left_and_entered_again_a_page_is_where_it_should_be(page, site):
    page.goto(f"{site}{FORMULA}#check-yourself")
    at_once = page.evaluate("'apart' in document.documentElement.dataset")
    settle(page)
    top, left = place(page, page.locator("#check-yourself"))
    assert top == pytest.approx(16, abs=1) or left < 1
    assert page.evaluate(LEFT_OUT) > 5 and not at_once
    page.evaluate("scrollBy({ top: -1500, behavior: 'instant' })")
    was = page.evaluate("scrollY")
    page.goto(site + "start.html")
    page.go_back()
    settle(page)
    assert page.evaluate("scrollY") == pytest.approx(was, abs=1) and was > 2000


def test_a_page_whose_script_does_not_load_leaves_nothing_out(page, site):
    page.route("**/site.js*", lambda route: route.abort())
    page.goto(site + FORMULA)
    page.wait_for_function(f"{LEFT_OUT} === 0", timeout=5000)


@pytest.mark.parametrize("name", [FORMULA, "chapters/lenet.html", "demos.html"])
def test_sections_out_of_view_are_left_out_and_nothing_moves(page, site, name):
    page.goto(site + name)
    start_demos(page)
    places, height = page.evaluate(PLACES), page.evaluate("document.body.scrollHeight")
    assert page.evaluate(LEFT_OUT) > 5
    page.emulate_media(media="print")
    page.wait_for_function(f"{LEFT_OUT} === 0", timeout=5000)  # with the next frame
    page.emulate_media(media="screen")
    lay_out(page)
    page.wait_for_function(f"{LEFT_OUT} === 0", timeout=5000)
    assert page.evaluate("document.body.scrollHeight") == height
    assert page.evaluate(PLACES) == pytest.approx(places, abs=0.1)


SHIFTS = """() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().map((shift) => shift.value)))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done([]), 500); })"""


@pytest.mark.parametrize(
    "name", [FORMULA, "chapters/lenet.html", "demos.html", "solutions/properties.html"]
)
def test_what_is_read_while_a_page_opens_does_not_move(page, site, name):
    page.goto(site + name)
    settle(page)
    assert sum(page.evaluate(SHIFTS)) < 0.02


def test_at_another_width_sections_are_measured_anew(page, site):
    page.goto(site + FORMULA)
    settle(page)
    page.set_viewport_size({"width": 500, "height": 844})
    page.wait_for_function(f"{LEFT_OUT} === 0", timeout=5000)
    settle(page)
    height = page.evaluate("document.body.scrollHeight")
    assert page.evaluate(LEFT_OUT) > 5
    lay_out(page)
    assert page.evaluate("document.body.scrollHeight") == height


REACHED = """[...document.querySelectorAll("pre, div.math, table")]
    .filter((block) => block.tabIndex === 0).length"""
MISTAKEN = """[...document.querySelectorAll("pre, div.math, table")]
    .filter((block) => (block.tabIndex === 0) !== (block.scrollWidth > block.clientWidth)).length"""


def test_the_keyboard_reaches_what_scrolls_sideways_and_nothing_else(page, site):
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(site + "exercises/formula.html")
    settle(page)
    reached = page.evaluate(REACHED)
    assert reached > 10 and page.evaluate(MISTAKEN) == 0
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate(MISTAKEN) == 0  # in what was closed, too
    page.set_viewport_size({"width": 1280, "height": 844})
    page.wait_for_function(f"{REACHED} < {reached} && {MISTAKEN} === 0", timeout=5000)


def test_footer_names_who_wrote_the_book(page, site):
    page.goto(site + "index.html")
    expect(page.locator("footer")).to_contain_text("The Sigmoid Function contributors. Text and")


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


def test_no_line_begins_with_the_full_stop_of_a_formula(page, site):
    """The width sweeps through all cases in which a formula ends near the edge."""
    page.goto(site + "chapters/properties.html")
    assert page.locator(".unbroken").count() > 40
    torn = """() => [...document.querySelectorAll(".unbroken")].filter((whole) => {
      const closing = document.createRange();
      closing.selectNode(whole.lastChild);
      const formula = whole.querySelector(".base").getBoundingClientRect();
      return closing.getBoundingClientRect().top > formula.bottom;
    }).map((whole) => whole.textContent)"""
    for width in range(320, 480, 12):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(torn) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture(scope="module")
def taken_along(tmp_path_factory):
    """The offline copy that the site offers, unpacked."""
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(HTML / offline.NAME) as archive:
        archive.extractall(folder)
    return folder / "sigmoid-function"


def test_the_offline_copy_holds_every_page_and_does_not_offer_itself(page, site, taken_along):
    page.goto(site)
    link = page.locator("footer .offline a")
    assert page.request.get(site + link.get_attribute("href")).ok
    assert (
        sorted(p.relative_to(taken_along).as_posix() for p in taken_along.rglob("*.html")) == PAGES
    )
    assert not any(offline.NAME in p.read_text("utf-8") for p in taken_along.rglob("*.html"))


def test_the_offline_copy_is_the_same_bytes_again(tmp_path):
    html = tmp_path / "html"
    (html / "a").mkdir(parents=True)
    (html / "a/b.html").write_text("b", encoding="utf-8")
    first, again = (offline.pack(html).read_bytes() for _ in range(2))
    assert first == again == (html / offline.NAME).read_bytes()


def test_a_page_opened_from_a_folder_runs_its_demo_and_searches(page, taken_along):
    page.goto((taken_along / "index.html").as_uri())
    demo = page.locator("[data-demo=growth]")
    demo.scroll_into_view_if_needed()
    expect(demo).to_have_attribute("data-ready", "")
    assert page.wrong == []
    # Pages are found; the lines around the word are not read, which browsers forbid in a folder.
    page.goto((taken_along / "search.html").as_uri() + "?q=softplus")
    expect(page.locator("#search-results li").first).to_be_visible()


def test_a_demo_whose_program_does_not_load_says_so_in_its_place(page, site):
    page.route("**/demos/growth.js*", lambda route: route.abort())
    page.goto(site + "index.html")
    expect(page.locator("[data-demo=growth] .failed")).to_contain_text("did not load")
    picture = page.locator("[data-demo=growth] img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    page.wait_for_function("(picture) => picture.naturalWidth > 0", arg=picture.element_handle())


def test_still_pictures_are_asked_for_on_paper_alone(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(site + "chapters/formula.html")
    start_demos(page)
    assert not any(re.match(r"(slope|growth)-\w+\.svg", name) for name in asked)
    page.goto(site + "chapters/formula.html")
    slope = page.locator("[data-demo=slope]")
    assert slope.get_attribute("data-ready") is None
    page.pdf()
    assert any(re.match(r"slope-\w+\.svg", name) for name in asked)


STORAGE_OFF = """
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});
delete Navigator.prototype.clipboard; delete window.requestIdleCallback;"""


def test_without_storage_clipboard_and_idle_time_the_page_goes_on(page, site, find_demo):
    page.add_init_script(STORAGE_OFF)
    page.goto(site + "chapters/formula.html")
    page.locator("button.theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    demo = find_demo("slope")
    demo.enter(k=2.0)
    assert demo.value("k") == 2
    demo.click("Copy link")
    expect(demo.root.get_by_role("button", name="See the address bar")).to_be_visible()
    assert page.wrong == []


def test_a_demo_that_lacks_a_feature_of_the_browser_says_so_in_its_place(page, site):
    page.add_init_script("delete window.ResizeObserver;")
    page.goto(site + "index.html")
    expect(page.locator("[data-demo=growth] .failed")).to_contain_text("ResizeObserver")
