"""Firefox and WebKit as Linux packages have them, under one small set of commands.

Firefox speaks WebDriver BiDi by itself; WebKitGTK brings a driver for classic WebDriver. Playwright
drives its own builds of both alone, so Selenium does.
"""

import json
import os
import re
import subprocess
import tempfile
import threading
import warnings
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from tests.support import HTML
from tests.support import browser as browsers
from tests.support.server import Quiet

PHONE = (390, 844)
# Before all else on a page, so that no error comes earlier. A part that does not load is one, too.
WATCH = b"""<script>
window.wrong = [];
addEventListener("error", ({ message, target }) => {
  wrong.push(message ?? `${target.src ?? target.href} did not load`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => wrong.push(String(reason)));
console.error = (...all) => wrong.push(all.join(" "));
</script>"""
# The page has its own time limit, so that a condition that never holds is told with its last value.
WAIT = """(condition, arguments_, limit) => new Promise((done) => {
  const end = performance.now() + 1000 * limit;
  const look = () => {
    const [holds, seen] = condition(...arguments_);
    if (holds || performance.now() > end) done([Boolean(holds), seen]);
    else setTimeout(look, 16);
  };
  look();
})"""


class Watched(Quiet):
    """Serves pages that note in `window.wrong` what goes wrong on them."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.exists():
            return super().do_GET()
        content = path.read_bytes().replace(b"<head>", b"<head>" + WATCH, 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Engine:
    """What both have in common: each command is made of `open`, `evaluate` and `act`."""

    end: ExitStack  # all that was started, to be ended in turn

    def open(self, address: str) -> None:
        """Load a page, and wait until it is loaded."""
        raise NotImplementedError

    def evaluate(self, expression: str) -> str | None:
        """A JavaScript expression's string, or that of its promise; raises if that is broken."""
        raise NotImplementedError

    def act(self, source: dict) -> None:
        """Input as from a real device: one source of the WebDriver standard's actions."""
        raise NotImplementedError

    def close(self) -> None:
        self.end.close()

    def run(self, function: str, *arguments) -> Any:
        """What a JavaScript function returns, once its promise is kept. All goes as JSON."""
        call = f"({function})(...{json.dumps(arguments)})"
        text = self.evaluate(f"Promise.resolve({call}).then((value) => JSON.stringify(value))")
        return None if text is None else json.loads(text)

    def wait(self, condition: str, *arguments, seconds: float = 10) -> Any:
        """Wait for a function that returns whether it holds, and what it saw; returns the latter.
        AssertionError with what it saw last when time is up."""
        text = json.dumps([arguments, seconds])[1:-1]
        holds, seen = self.run(f"() => ({WAIT})({condition}, {text})")
        assert holds, f"after {seconds} s it still saw {seen}"
        return seen

    def press(self, name: str, times: int = 1) -> None:
        """A key by its name, such as ARROW_RIGHT."""
        key = getattr(Keys, name)
        actions = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")] * times
        self.act({"type": "key", "id": "keyboard", "actions": actions})

    def press_together(self, name: str, letter: str) -> None:
        """A letter while a key such as CONTROL is held."""
        keys = [getattr(Keys, name), letter]
        actions = [{"type": "keyDown", "value": key} for key in keys]
        actions += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.act({"type": "key", "id": "keyboard", "actions": actions})

    def type(self, text: str) -> None:
        """Text into what has the focus, key by key."""
        kinds = ("keyDown", "keyUp")
        actions = [{"type": kind, "value": letter} for letter in text for kind in kinds]
        self.act({"type": "key", "id": "keyboard", "actions": actions})

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """With the mouse, between two points of the viewport in CSS pixels."""

        def move(point, duration):
            x, y = map(round, point)
            return {"type": "pointerMove", "x": x, "y": y, "duration": duration}

        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        actions = [move(start, 0), down, move(end, 100), up]
        self.act({"type": "pointer", "id": "mouse", "actions": actions})


class Firefox(Engine):
    """A Firefox without a window, and its one tab, as large as a phone's; `preferences` as in
    about:config."""

    def __init__(self, preferences: dict[str, Any] | None = None):
        with ExitStack() as stack:
            # Firefox as a snap sees the home folder, where the repository is, and not /tmp.
            # Its own processes may still write there when it has ended.
            folder = tempfile.TemporaryDirectory(
                prefix="firefox-", dir=HTML.parent, ignore_cleanup_errors=True
            )
            profile = stack.enter_context(folder)
            lines = [
                f"user_pref({json.dumps(k)}, {json.dumps(v)});"
                for k, v in (preferences or {}).items()
            ]
            Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
            command = [browsers.find_firefox(), "--headless", "--no-remote"]
            command += ["--profile", profile, "--remote-debugging-port=0"]
            process = started(stack, command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            self.connection = WebSocketConnection(f"{listening(process)}/session", 60, 0.002)
            stack.callback(self.connection.close)
            # Closed while Firefox is there, the connection would wait for words from it, for 10 s.
            stack.callback(process.wait, timeout=30)
            stack.callback(process.terminate)
            self.send("session.new", capabilities={})
            self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]
            width, height = PHONE
            viewport = {"width": width, "height": height}
            self.send("browsingContext.setViewport", context=self.tab, viewport=viewport)
            self.end = stack.pop_all()

    def send(self, method: str, **parameters) -> dict:
        reply = self.connection.send_cmd(method, parameters)
        if reply["type"] == "error":
            raise RuntimeError(f"{method}: {reply['message']}")
        return reply["result"]

    def open(self, address):
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, expression):
        target = {"context": self.tab}
        reply = self.send(
            "script.evaluate", expression=expression, target=target, awaitPromise=True
        )
        if reply["type"] == "exception":
            raise RuntimeError(reply["exceptionDetails"]["text"])
        return reply["result"].get("value")

    def act(self, source):
        self.send("input.performActions", context=self.tab, actions=[source])


def listening(firefox: subprocess.Popen) -> str:
    """The address at which a Firefox that has been started takes commands."""
    said = []
    for line in firefox.stderr:
        said.append(line.decode())
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", said[-1]):
            # Read on, or Firefox would stop where nobody takes what it says.
            threading.Thread(target=firefox.stderr.read, daemon=True).start()
            return found[1]
    raise RuntimeError(f"Firefox ended before it took commands. It said: {''.join(said)}")


class WebKit(Engine):
    """WebKitGTK's own small browser, on a screen that nobody sees."""

    def __init__(self):
        with ExitStack() as stack:
            receiver, sender = os.pipe()
            command = ["Xvfb", "-displayfd", str(sender), "-screen", "0", "1400x1000x24"]
            command += ["-nolisten", "tcp"]
            started(stack, command, pass_fds=[sender], stderr=subprocess.DEVNULL)
            os.close(sender)
            with open(receiver, encoding="ascii") as displays:
                display = displays.readline().strip()
            environment = {**os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11"}
            service = webdriver.WebKitGTKService(browsers.find_webkit(), env=environment)
            service.start()
            stack.callback(service.stop)
            options = webdriver.WebKitGTKOptions()
            # With its tool bar a window is 447 pixels wide at least.
            for argument in ("--automation", "--full-screen"):
                options.add_argument(argument)
            # Selenium 4.51 calls its own code in a way that it has deprecated.
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
                self.driver = webdriver.Remote(service.service_url, options=options)
            stack.callback(self.driver.quit)
            self.driver.set_window_rect(0, 0, *PHONE)
            self.driver.set_script_timeout(60)
            self.end = stack.pop_all()

    def open(self, address):
        self.driver.get(address)

    def evaluate(self, expression):
        kept, broken = self.driver.execute_async_script(
            "const done = arguments[0], broken = (error) => done([null, String(error)]);"
            f"try {{ ({expression}).then((text) => done([text, null]), broken); }}"
            "catch (error) { broken(error); }"
        )
        if broken:
            raise RuntimeError(broken)
        return kept

    def act(self, source):
        self.driver.execute(Command.W3C_ACTIONS, {"actions": [source]})


def started(stack: ExitStack, command: list[str], **options) -> subprocess.Popen:
    """A process that ends with the stack."""
    process = stack.enter_context(subprocess.Popen(command, **options))
    stack.callback(process.terminate)
    return process


ENGINES = {"Firefox": Firefox, "WebKit": WebKit}
