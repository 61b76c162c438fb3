"""What the browser keeps for a reader: it lies under keys of this copy of the book, beside whatever
others have left, and nothing depends on it."""

import json

import pytest
from playwright.sync_api import expect

from tests.support import HTML
from tests.support import browser as browsers
from tests.support.engines import Firefox, Watched
from tests.support.pages import PAGES, STORAGE_OFF, start_demos
from tests.support.server import serve
from tests.support.tabs import phone

SAMPLES = ["index.html", "guides/exercises.html", "chapters/formula.html", "search.html?q=logit"]
GROUND = "getComputedStyle(document.body).backgroundColor"


def test_every_key_begins_with_the_books_name_and_path(page, site):
    page.goto(site + "guides/exercises.html")
    page.locator(".theme").click()
    page.get_by_role("checkbox", name="The formula: done").check()
    keys = page.evaluate("Object.keys(localStorage).sort()")
    assert keys == ["sigmoid-function / done formula", "sigmoid-function / theme"]
    page.goto(site + "chapters/formula.html")  # a page one folder down has the same shelf
    assert page.evaluate("document.documentElement.dataset.theme") in ("light", "dark")


def test_two_copies_on_one_host_keep_their_own_ticks(page, tmp_path):
    for name in ("first", "second"):
        (tmp_path / name).symlink_to(HTML)
    with serve(tmp_path) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        page.goto(address + "first/guides/exercises.html")
        page.get_by_role("checkbox", name="Odds: done").check()
        page.reload()
        expect(page.get_by_role("checkbox", name="Odds: done")).to_be_checked()
        page.goto(address + "second/guides/exercises.html")
        expect(page.get_by_role("checkbox", name="Odds: done")).not_to_be_checked()
        server.shutdown()


@pytest.mark.parametrize("value", ["auto", "dark-mode", "", "null", "light", "x" * 10_000, "<b>"])
def test_any_value_in_our_keys_or_a_neighbours_is_survived(page, site, value):
    page.emulate_media(color_scheme="dark")
    page.goto(site + "guides/start.html")
    page.evaluate(
        """(value) => { for (const key of ["theme", "done-formula", "sigmoid-function / done odds"])
            localStorage.setItem(key, value);
        if (value !== "light") localStorage.setItem("sigmoid-function / theme", value); }""",
        value,
    )
    page.goto(site + "guides/exercises.html")
    expect(page.get_by_role("checkbox", name="The formula: done")).not_to_be_checked()
    before = page.evaluate(GROUND)
    page.get_by_role("button", name="Light theme").click()  # its name tells what is so
    assert page.evaluate(GROUND) != before
    assert page.wrong == []


# Reading goes well, but nothing can be written: the storage is full.
FULL = (
    """Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };"""
)


def test_a_full_storage_stops_nothing(page, site):
    page.add_init_script(FULL)
    page.goto(site + "guides/exercises.html")
    page.get_by_role("checkbox", name="Odds: done").check()
    page.locator(".theme").click()
    assert page.wrong == []


def try_the_site(page, site):
    """Theme, demos, quiz, ticks and search, on one page each."""
    page.goto(site + "chapters/properties.html")
    before = page.evaluate(GROUND)
    page.locator(".theme").click()
    assert page.evaluate(GROUND) != before
    page.locator(".quiz summary").first.click()
    expect(page.locator(".score")).to_contain_text("1 answered")
    page.goto(site + "index.html")
    start_demos(page)
    page.goto(site + "guides/exercises.html")
    box = page.locator("input[data-set=formula]")
    expect(box).to_be_hidden()  # no tick would be kept
    expect(page.get_by_role("columnheader", name="Set")).to_be_visible()
    page.goto(site + "search.html?q=logit")
    expect(page.get_by_role("link", name="Glossary > logit")).to_be_visible()
    assert page.wrong == []


def test_the_site_works_where_storage_throws(page, site):
    page.add_init_script(STORAGE_OFF)
    try_the_site(page, site)


def test_the_site_works_with_cookies_blocked_in_chromium(browser, site, tmp_path):
    settings = tmp_path / "Default/Preferences"
    settings.parent.mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    settings.write_text(json.dumps(blocked), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=browsers.find(), args=browsers.FLAGS
    )
    page = context.new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto(site + "guides/start.html")
    assert page.evaluate("(() => { try { localStorage; } catch { return 'off'; } })()") == "off"
    try_the_site(page, site)
    context.close()


@pytest.fixture(scope="module")
def without_storage(browser):
    page = phone(browser)
    page.add_init_script(STORAGE_OFF)
    yield page
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_reads_storage_without_a_guard(without_storage, site, name):
    without_storage.wrong.clear()
    without_storage.goto(site + name)
    assert without_storage.wrong == []


FOUND = """() => {
  const found = document.querySelectorAll("#search-results li").length;
  return [found > 5, found];
}"""


@pytest.mark.parametrize(
    "preferences",
    [{"dom.storage.enabled": False}, {"network.cookie.cookieBehavior": 2}],
    ids=["storage_off", "cookies_blocked"],
)
def test_the_site_works_without_storage_in_firefox(preferences):
    if absent := browsers.missing("Firefox"):
        pytest.skip(absent)
    firefox = Firefox(preferences)
    with serve(HTML, Watched) as server:
        site = f"http://127.0.0.1:{server.server_port}/"
        for name in SAMPLES:
            firefox.open(site + name)
            assert firefox.run("() => { try { return !localStorage; } catch { return true; } }")
            firefox.run("() => document.querySelector('.theme').click()")
            assert firefox.run("() => document.documentElement.dataset.theme")
            assert firefox.run("() => window.wrong") == []
        firefox.wait(FOUND)
        server.shutdown()
    firefox.close()


def test_after_going_back_a_tick_is_as_it_was_set_meanwhile_in_another_tab(page, site):
    page.goto(site + "guides/exercises.html")
    page.get_by_role("link", name="The formula").first.click()
    other = page.context.new_page()
    other.goto(site + "guides/exercises.html")
    other.get_by_role("checkbox", name="The formula: done").check()
    page.go_back()
    expect(page.get_by_role("checkbox", name="The formula: done")).to_be_checked()
