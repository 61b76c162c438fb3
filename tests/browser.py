"""`python -m tests.browser`: see that there is a browser for the tests, or bring one."""

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


def bring() -> str | None:
    """Playwright's own browser; where its host cannot be reached, Debian's, for root."""
    print("No Chromium or Chrome here: fetching Playwright's own (170 MB)", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], timeout=600)
    if not find() and shutil.which("apt-get") and os.geteuid() == 0:
        print("That failed: installing Debian's chromium", flush=True)
        subprocess.run(["apt-get", "update", "-qq"])
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(command, env=environment)
    return find()


def main() -> int:
    if find() or bring():
        return 0
    print(
        "The tests need a browser, and none could be fetched. Install one and try again: "
        "sudo apt-get install chromium (Debian), brew install --cask chromium (macOS).",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
