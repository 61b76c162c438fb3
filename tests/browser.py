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
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    except subprocess.TimeoutExpired:
        return "the installer had not ended after 10 minutes."
    said = (done.stderr + done.stdout).splitlines()
    errors = [line.removeprefix("Error: ") for line in said if line.startswith("Error: ")]
    return (errors or [f"exit status {done.returncode}"])[0] if done.returncode else ""


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
