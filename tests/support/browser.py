"""`python -m tests.support.browser`: see that there is a browser for the tests, or bring one.

Chromium must be there. Firefox and WebKit, which show each page and demo once, may be missing on a
reader's machine, not where CI=true.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Nothing but this machine can be reached, so a page that asks another host for anything fails.
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


def find() -> str | None:
    """The path of an installed Chromium or Chrome, or else of Playwright's own."""
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    installed = installed or next(filter(os.path.exists, APPLICATIONS), None)
    if installed:
        return installed
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def find_firefox() -> str | None:
    """The path of an installed Firefox, of whichever channel."""
    application = "/Applications/Firefox.app/Contents/MacOS/firefox"
    installed = shutil.which("firefox-esr") or shutil.which("firefox")
    return installed or (application if os.path.exists(application) else None)


def find_webkit() -> str | None:
    """The path of WebKitGTK's driver; it needs a screen, which may be one that nobody sees."""
    return shutil.which("WebKitWebDriver") if shutil.which("Xvfb") else None


def missing(engine: str) -> str:
    """What to say of "Firefox" or "WebKit" where it is not installed; empty where it is."""
    if {"Firefox": find_firefox, "WebKit": find_webkit}[engine]():
        return ""
    packages = {"Firefox": "firefox-esr", "WebKit": "webkit2gtk-driver xvfb"}[engine]
    return f"{engine} is not here. To test the pages in it, too: sudo apt-get install {packages}"


def bring() -> str | None:
    """Playwright's own browser; where its host cannot be reached, Debian's, for root."""
    print("No Chromium or Chrome here: fetching Playwright's own (170 MB)", flush=True)
    if reason := _fetch():
        print(f"That failed: {reason}", flush=True)
    if not find() and shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Debian's chromium", flush=True)
        subprocess.run(["apt-get", "update", "-qq"])
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(command, env=environment)
    return find()


def _fetch() -> str:
    """Why Playwright's browser could not be fetched; empty if it was. Where its host does not
    answer, the installer writes the same stack trace five times: its first error says it all."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=600
        )
    except subprocess.TimeoutExpired:
        return "the installer had not ended after 10 minutes."
    said = (done.stderr + done.stdout).splitlines()
    errors = [line.removeprefix("Error: ") for line in said if line.startswith("Error: ")]
    return (errors or [f"exit status {done.returncode}"])[0] if done.returncode else ""


def main() -> int:
    if find() or bring():
        lacking = [text for text in map(missing, ("Firefox", "WebKit")) if text]
        for text in lacking:
            print(text, flush=True)
        return int(bool(lacking) and os.environ.get("CI") == "true")
    print(
        "The tests need a browser, and none could be fetched. Install one and try again: "
        "sudo apt-get install chromium (Debian), brew install --cask chromium (macOS).",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
