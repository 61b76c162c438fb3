"""A page that is kept from test to test is as if new."""

import pytest

from tests.support.server import serve
from tests.support.tabs import TESTS, Keeper

STATE = """() => [localStorage.length, sessionStorage.length, innerWidth, innerHeight,
  matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("print").matches,
  matchMedia("(prefers-reduced-motion: reduce)").matches,
  document.querySelector("p").matches(":hover")]"""


@pytest.fixture
def address(tmp_path):
    (tmp_path / "index.html").write_text(
        '<!doctype html><link rel="icon" href="data:,"><p>A page', encoding="utf-8"
    )
    with serve(tmp_path) as server:
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def keeper(browser):
    keeper = Keeper(browser)
    yield keeper
    keeper.close()


def test_what_one_test_leaves_the_next_does_not_find(keeper, address):
    page = keeper.take()
    page.goto(address)
    new = page.evaluate(STATE)
    page.set_viewport_size({"width": 800, "height": 600})
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    page.evaluate("localStorage.a = sessionStorage.b = 1")
    page.locator("p").hover()
    page.evaluate("console.error('wrong')")
    assert page.wrong and all(a != b for a, b in zip(page.evaluate(STATE), new, strict=True))
    keeper.give_back()
    assert keeper.take() is page and page.wrong == []
    page.goto(address)
    assert page.evaluate(STATE) == new


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.route("**/*", lambda route: route.abort()),
        lambda page: page.on("request", lambda request: None),
        lambda page: page.add_init_script("window.left = 1"),
        lambda page: page.close(),
    ],
    ids=["route", "listener", "script", "closed"],
)
def test_a_page_with_what_cannot_be_taken_back_is_not_kept(keeper, leave):
    page = keeper.take()
    leave(page)
    keeper.give_back()
    assert keeper.take() is not page


def test_a_page_is_kept_for_so_many_tests(keeper):
    pages = []
    for _ in range(TESTS + 1):
        pages.append(keeper.take())
        keeper.give_back()
    assert all(page is pages[0] for page in pages[:TESTS]) and pages[TESTS] is not pages[0]
