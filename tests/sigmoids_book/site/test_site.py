"""The built pages in a real browser, with every other host cut off."""

import gzip
import re
import zipfile

import pytest
from playwright.sync_api import expect

from sigmoids_book.site import offline
from tests.support import HTML
from tests.support.pages import PAGES, STORAGE_OFF, start_demos


def test_the_book_is_built():
    assert {"index.html", "chapters/formula.html", "search.html"} <= set(PAGES)


STOPS = """[...document.querySelectorAll("article :is(pre, div.math, table)")].map((block) => ({
    reached: block.tabIndex === 0, scrolls: block.scrollWidth > block.clientWidth,
    text: block.innerText }))"""


@pytest.mark.parametrize("name", PAGES)
def test_page_is_light_asks_no_other_host_reports_no_error_and_fits_a_phone(page, site, name):
    wrong, answers = [], []
    page.on("request", lambda r: r.url.startswith((site, "data:")) or wrong.append(r.url))
    page.on("console", lambda m: m.type == "error" and wrong.append(m.text))
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site + name, wait_until="networkidle")
    first_view = {answer.url: size_on_the_wire(answer) for answer in answers}
    assert len(first_view) >= 3 and sum(first_view.values()) <= 150_000, first_view
    start_demos(page)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    blocks = page.evaluate(STOPS)  # what scrolls sideways is reached by keyboard
    assert [block for block in blocks if block["scrolls"] and not block["reached"]] == []
    assert wrong == []


def size_on_the_wire(answer):
    """Bytes of an answer as a host sends it: text compressed."""
    body, kind = answer.body(), answer.headers.get("content-type", "")
    return len(gzip.compress(body) if re.match(r"text/|image/svg|\w+/json", kind) else body)


def test_print_shows_all_answers_and_no_controls(page, site):
    page.goto(site + "chapters/properties.html")
    page.emulate_media(media="print", color_scheme="light")
    answers = page.locator(".quiz .verdict")
    assert answers.count() > 8
    assert all(answer.is_visible() for answer in answers.all())
    page.pdf()
    assert page.locator(".quiz [open]").count() == 0  # on paper alone
    expect(page.locator(".score")).to_be_empty()
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


FORMULA = "chapters/formula.html"


def place(page, heading):
    """Where a heading is: the distance from the top, and what is left to scroll."""
    left = page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
    return heading.bounding_box()["y"], left


@pytest.mark.parametrize("used", [False, True], ids=["as_opened", "demo_used"])
def test_a_link_to_a_heading_far_down_ends_there(page, site, used):
    page.goto(site + FORMULA)
    if used:
        page.locator("#demo-slope").scroll_into_view_if_needed()
        page.locator("#demo-slope input[type=range]").first.focus()
    for heading in page.locator("section section[id]").all()[::-3]:
        page.evaluate("(id) => { location.hash = id; }", heading.get_attribute("id"))
        page.wait_for_timeout(100)
        top, left = place(page, heading)
        assert top == pytest.approx(16, abs=1) or left < 1


def test_opened_at_a_heading_or_left_and_entered_again_a_page_is_where_it_should_be(page, site):
    page.goto(f"{site}{FORMULA}#check-yourself")
    page.wait_for_timeout(500)
    top, left = place(page, page.locator("#check-yourself"))
    assert top == pytest.approx(16, abs=1) or left < 1
    page.evaluate("scrollBy(0, -1500)")
    was = page.evaluate("scrollY")
    page.goto(site + "guides/start.html")
    page.go_back()
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") == pytest.approx(was, abs=1) and was > 2000


SHIFTS = """() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().map((shift) => shift.value)))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done([]), 500); })"""


@pytest.mark.parametrize(
    "name",
    [
        FORMULA,
        "chapters/lenet.html",
        "reference/demos.html",
        "guides/exercises.html",
        "solutions/properties.html",
    ],
)
def test_what_is_read_while_a_page_opens_does_not_move(page, site, name):
    page.goto(site + name)
    page.wait_for_timeout(500)  # fonts come, and may move a line
    assert sum(page.evaluate(SHIFTS)) < 0.02


def test_what_is_too_short_to_scroll_is_no_tab_stop(page, site):
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(site + FORMULA)
    blocks = page.evaluate(STOPS)
    assert sum(block["scrolls"] for block in blocks) > 10
    assert sum(not block["reached"] for block in blocks) >= 5
    idle = [block["text"] for block in blocks if block["reached"] and not block["scrolls"]]
    assert len(idle) < len(blocks) / 10, idle


def test_text_stays_beside_the_menu_when_a_screen_with_the_menu_open_is_turned(page, site):
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(site + FORMULA)
    page.get_by_role("button", name="Contents").click()
    page.set_viewport_size({"width": 1024, "height": 768})
    assert page.locator("main").bounding_box()["x"] > 200
    assert page.locator("main").bounding_box()["width"] > 600


def test_text_has_its_column_before_the_list_beside_it_has_come(page, site):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + FORMULA)
    before = page.locator("h1").bounding_box()
    page.evaluate("document.querySelector('.local').remove()")
    assert page.locator("h1").bounding_box() == before


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
    page.goto((taken_along / "search.html").as_uri() + "?q=softplus")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.goto((taken_along / FORMULA).as_uri())
    page.wait_for_function("document.fonts.check('1em KaTeX_Main')")
    assert page.wrong == []


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


def test_a_link_to_a_demos_state_is_followed_where_its_page_is_open(page, site):
    page.goto(site + "reference/demos.html")
    demo = page.locator("#demo-neuron")
    expect(demo).not_to_be_in_viewport()
    page.evaluate("location.hash = '#demo-neuron?w1=2.5'")
    expect(demo).to_be_in_viewport()
    expect(demo.locator("[type=range][name=w1]")).to_have_value("2.5")
    assert page.wrong == []


@pytest.mark.parametrize("name", ["solutions/formula.html", "solutions/odds.html"])
def test_printed_solutions_show_their_answers_and_hints(page, site, name):
    page.goto(site + name)
    inside = page.locator("details > :not(summary)")
    assert inside.count() > 15
    assert not any(part.is_visible() for part in inside.all())
    page.emulate_media(media="print")
    assert all(part.is_visible() for part in inside.all())
    assert page.locator("details[open]").count() == 0  # on paper alone
