"""What the tests share: the built book, a browser with other hosts cut off, demos, Node."""

import functools
import http.server
import json
import subprocess
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from sigmoids.demos import DEMOS, kit
from sigmoids_book.site import assets
from sigmoids_book.site.demo import markup
from tests import browser as browsers

collect_ignore = ["submissions"]  # notebooks for scoring, hostile ones among them
ROOT = Path(__file__).parent.parent
HTML = ROOT / "_build/html"
AXE = ROOT / "node_modules/axe-core/axe.min.js"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def end_headers(self):
        # Two pages of one name within a second would be one to the browser.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(folder, handler=Quiet):
    """A context in which `folder` is served; enter it for the server."""
    handler = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


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
        pytest.fail("There is no browser. Bring one: python -m tests.browser", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A phone's page with touch; what goes wrong on it is collected in `page.wrong`."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.wrong = []
    page.on("console", lambda m: m.type == "error" and page.wrong.append(m.text))
    page.on("pageerror", lambda e: page.wrong.append(str(e)))
    yield page
    context.close()


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
        for rule in page.evaluate("axe.run()")["violations"]
        for node in rule["nodes"]
    ]


class MountedDemo:
    """A demo on a page: set its controls as a reader does, and read what it shows."""

    def __init__(self, page, stem):
        self.page, self.root = page, page.locator(f"[data-demo={stem}]").first
        self.root.scroll_into_view_if_needed()
        expect(self.root).to_have_attribute("data-ready", "")
        for _ in range(2):  # its first picture is drawn anew once its width is known
            self.settle()

    def enter(self, **values):
        """Type numbers into fields, or pick options, by the names of the parameters."""
        for name, value in values.items():
            if isinstance(value, str):
                self.root.locator(f"select[name={name}]").select_option(value)
                continue
            field = self.root.locator(f"input[type=text][name={name}]")
            field.fill(repr(value))
            field.press("Tab")

    def press(self, name, key, times=1):
        """Press a key on a parameter's slider."""
        slider = self.root.locator(f"input[type=range][name={name}]")
        slider.focus()
        for _ in range(times):
            self.settle()  # until the frame is drawn, the slider holds its old value
            self.page.keyboard.press(key)

    def click(self, name):
        self.root.get_by_role("button", name=name, exact=True).click()

    def settle(self):
        """Wait until the next frame has been drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def value(self, name):
        """What a control holds: a number, or the option picked."""
        self.settle()
        select = self.root.locator(f"select[name={name}]")
        if select.count():
            return select.input_value()
        return float(self.root.locator(f"input[type=range][name={name}]").input_value())

    def text(self, name):
        """What the read-out shows under a name."""
        self.settle()
        return self.root.locator(f".demo-readout [data-name={name}]").inner_text()

    def number(self, name):
        """The same as a number; 1.2 × 10⁻⁷ is read, too."""
        digits = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
        text = self.text(name).translate(digits).replace(" ", "").replace("\u202f", "")
        return float(text.replace("×10", "e").rstrip("%"))

    def place(self, selector, nth=0):
        """Where the middle of an element in the picture is, as fractions of the picture's size."""
        box = self.root.locator(".demo-picture").bounding_box()
        found = self.root.locator(f".demo-picture {selector}").nth(nth).bounding_box()
        x, y = found["x"] + found["width"] / 2, found["y"] + found["height"] / 2
        return (x - box["x"]) / box["width"], (y - box["y"]) / box["height"]

    def _at(self, x, y):
        box = self.root.locator(".demo-picture").bounding_box()
        return box["x"] + box["width"] * x, box["y"] + box["height"] * y

    def drag(self, start, end):
        """Drag with the mouse between two points, each a fraction of the picture's size."""
        self.page.mouse.move(*self._at(*start))
        self.page.mouse.down()
        self.page.mouse.move(*self._at(*end), steps=5)
        self.page.mouse.up()

    def swipe(self, start, end):
        """The same with a finger."""
        session = self.page.context.new_cdp_session(self.page)
        (x0, y0), (x1, y1) = self._at(*start), self._at(*end)

        def touch(kind, *points):
            touches = [{"x": x, "y": y} for x, y in points]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

        touch("touchStart", (x0, y0))
        for i in range(1, 6):
            touch("touchMove", (x0 + (x1 - x0) * i / 5, y0 + (y1 - y0) * i / 5))
        touch("touchEnd")
        session.detach()


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


def run_javascript(stem, expression):
    """The value of a JavaScript expression in which `m` is the demo's module, under Node."""
    address = (kit.FOLDER / f"{stem}.js").as_uri()
    program = (
        f"import * as m from {json.dumps(address)}; console.log(JSON.stringify({expression}));"
    )
    command = ["node", "--no-warnings", "--input-type=module", "--eval", program]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def javascript():
    return run_javascript
