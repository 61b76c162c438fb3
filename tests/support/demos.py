"""A demo on a page, and a demo's module under Node."""

import json
import subprocess

from playwright.sync_api import expect

from sigmoids.demos import kit


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
