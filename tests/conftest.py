"""What the tests share: the built book, a browser with other hosts cut off, demos, Node."""

import functools

import pytest
from playwright.sync_api import sync_playwright

from sigmoids.demos import DEMOS
from sigmoids_book.site import assets
from sigmoids_book.site.demo import markup
from tests.support import HTML
from tests.support import browser as browsers
from tests.support.demos import MountedDemo, run_javascript
from tests.support.server import serve
from tests.support.tabs import Keeper, phone

collect_ignore = ["submissions"]  # notebooks for scoring, hostile ones among them


@pytest.fixture(scope="session")
def site():
    """The address of the built book."""
    with serve(HTML) as server:
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    path = browsers.find()
    if path is None:
        reason = "There is no browser. Bring one: python -m tests.support.browser"
        pytest.fail(reason, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A phone's page with touch; what goes wrong on it is collected in `page.wrong`."""
    page = phone(browser)
    yield page
    page.context.close()


@pytest.fixture(scope="session")
def keeper(browser):
    keeper = Keeper(browser)
    yield keeper
    keeper.close()


@pytest.fixture
def kept_page(keeper):
    """The same, and it may have been another test's: for the many that show pages as they come."""
    yield keeper.take()
    keeper.give_back()


@pytest.fixture
def find_demo(page):
    """`find_demo(stem)`: the first such demo on the page that is open."""
    return functools.partial(MountedDemo, page)


@pytest.fixture
def mount(page, tmp_path):
    """`mount(stem, **parameters)`: the demo alone on a page, as the book would show it."""
    for name, content in assets.files().items():
        path = tmp_path / "_static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with serve(tmp_path) as server:

        def open_page(stem, hash="", **parameters):
            demo = DEMOS[stem](**parameters)
            (tmp_path / "still.svg").write_text(demo.still(), encoding="utf-8")
            (tmp_path / "index.html").write_text(
                '<!doctype html><html lang="en"><meta charset="utf-8"><title>Demo</title>'
                '<meta name="viewport" content="width=device-width">'
                '<link rel="icon" href="data:,"><link rel="stylesheet" href="_static/site.css">'
                '<script src="_static/site.js" data-static="_static/" data-version="" defer>'
                '</script><button class="theme" hidden></button>'
                f"<main><h1>Demo</h1>{markup(demo, 'still.svg')}</main>",
                encoding="utf-8",
            )
            page.goto("about:blank")
            page.goto(f"http://127.0.0.1:{server.server_port}/{hash}")
            return MountedDemo(page, stem)

        yield open_page
        server.shutdown()


@pytest.fixture
def javascript():
    return run_javascript
