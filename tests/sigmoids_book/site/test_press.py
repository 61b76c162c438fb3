"""Each demo in its chapter, under a real mouse and a real finger, as a reader comes to it: by
scrolling from the top of the page. What moves is dragged; a page that crashes fails by name."""

import re
import time
from types import MappingProxyType

import pytest
from playwright.sync_api import Error as PlaywrightError

from tests.support import HTML

MARKUP = re.compile(r'data-demo="(\w+)"')
PAGES = {
    path.relative_to(HTML).as_posix(): stems
    for path in sorted(HTML.rglob("*.html"))
    if (stems := MARKUP.findall(path.read_text(encoding="utf-8")))
}
# What is dragged: the handle in the picture, or else the drawing field, or the slider.
HANDLE = ".demo-field, .demo-picture .grab, .demo-controls input[type=range]"


class Mouse:
    """Of a laptop."""

    context = MappingProxyType({"viewport": {"width": 1280, "height": 900}})

    def __init__(self, page):
        self.page = page

    def scroll(self, pixels):
        self.page.mouse.move(640, 450)
        self.page.mouse.wheel(0, pixels)

    def drag(self, start, end):
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=5)
        self.page.mouse.up()


class Finger:
    """On a phone."""

    context = MappingProxyType(
        {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    )

    def __init__(self, page):
        self.page, self.session = page, page.context.new_cdp_session(page)

    def scroll(self, pixels):
        start = 422 + pixels / 2
        self.drag((6, start), (6, start - pixels))  # in the margin, where nothing is taken hold of

    def drag(self, start, end):
        # By the finger's own clock, the machine being slow or not: at rest when it is lifted, it
        # throws nothing.
        (x0, y0), (x1, y1), began = start, end, time.time()
        self._touch("touchStart", began, x=x0, y=y0)
        for i in range(1, 6):
            x, y = x0 + (x1 - x0) * i / 5, y0 + (y1 - y0) * i / 5
            self._touch("touchMove", began + 0.02 * i, x=x, y=y)
        self._touch("touchMove", began + 0.3, x=x1, y=y1)
        self._touch("touchEnd", began + 0.4)

    def _touch(self, kind, at, **point):
        points = [point] if point else []
        event = {"type": kind, "touchPoints": points, "timestamp": at}
        self.session.send("Input.dispatchTouchEvent", event)


@pytest.fixture(params=[Mouse, Finger], ids=["mouse", "finger"])
def reader(request, browser):
    """A page and the hand that moves it; a crash of the page is collected in `page.wrong`."""
    context = browser.new_context(**request.param.context, reduced_motion="reduce")
    page = context.new_page()
    page.wrong = []
    page.on("crash", lambda _: page.wrong.append("the page crashed"))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page, request.param(page)
    context.close()


# Until the page has moved from `was` and come to rest, or a second is over: there is no more room.
REST = """(was) => new Promise((done) => {
  let last = was, still = 0, frames = 0;
  const look = () => {
    still = scrollY === last && last !== was ? still + 1 : 0;
    last = scrollY;
    if (still > 5 || ++frames > 60) done();
    else requestAnimationFrame(look);
  };
  look();
})"""


def scroll_to(page, hand, demo):
    """Scroll as a reader does, until the handle of the demo, which starts meanwhile, is in view."""
    middle = page.viewport_size["height"] / 2
    for _ in range(200):
        started = demo.get_attribute("data-ready") is not None
        box = (demo.locator(HANDLE).first if started else demo).bounding_box()
        away = box["y"] + box["height"] / 2 - middle
        if started and abs(away) < middle / 2:
            return
        was = page.evaluate("scrollY")
        hand.scroll(max(-700, min(700, away)))
        page.evaluate(REST, was)
    pytest.fail("it did not start, or its handle is not to be scrolled to", pytrace=False)


SHOWN = """(demo) => demo.innerHTML
    + [...demo.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL())"""


def drag_what_moves(page, hand, demo):
    """Drag the demo's handle to the left, or if there it is at its end to the right; what the demo
    shows is then another."""
    box, before = demo.locator(HANDLE).first.bounding_box(), demo.evaluate(SHOWN)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for across in (-45, 45):
        hand.drag((x, y), (x + across, y + 25))
        for _ in range(20):
            page.wait_for_timeout(50)
            if demo.evaluate(SHOWN) != before:
                return
    pytest.fail("it does not follow", pytrace=False)


def use_every_demo(page, hand):
    for demo in page.locator("[data-demo]").all():
        stem = demo.get_attribute("id")
        try:
            scroll_to(page, hand, demo)
            drag_what_moves(page, hand, demo)
        except (PlaywrightError, pytest.fail.Exception) as error:
            page.wrong.append(str(error))
        assert page.wrong == [], f"{page.url}, {stem}: {page.wrong[0]}"


def test_every_demo_stands_in_a_chapter():
    chapters = {stem for name, stems in PAGES.items() if "chapters/" in name for stem in stems}
    assert chapters == set(PAGES["reference/demos.html"])


@pytest.mark.parametrize("name", PAGES)
def test_demos_follow_mouse_and_finger_in_one_visit_from_the_top(reader, site, name):
    page, hand = reader
    page.goto(site + name)
    use_every_demo(page, hand)


def test_demos_follow_when_a_page_is_opened_by_a_link_and_entered_again(reader, site):
    page, hand = reader
    page.goto(site + "chapters/networks.html#demo-bumps")
    use_every_demo(page, hand)
    page.goto(site + "guides/start.html")
    page.go_back()
    use_every_demo(page, hand)
