"""A browser is found, or brought, or asked for in one line; and nothing is skipped in CI."""

import os
import subprocess
import sys

import pytest

from tests.support import ROOT, browser

# What Playwright's installer writes where its host is not reached, five times over.
TRACE = """\
Error: getaddrinfo ENOTFOUND cdn.playwright.dev
    at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:internal/dns/promises:101:17) {
  errno: -3008,
  code: 'ENOTFOUND',
}
"""


@pytest.fixture
def bare(monkeypatch):
    """A machine without a browser or a network; returns the commands that are run on it."""
    commands = []

    def run(command, capture_output=False, **_):
        commands.append(command)
        if not capture_output:
            print(TRACE)
        return subprocess.CompletedProcess(command, 1, stdout="", stderr=TRACE * 5)

    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser.subprocess, "run", run)
    monkeypatch.setattr(browser.shutil, "which", lambda name: f"/usr/bin/{name}")
    return commands


def test_playwrights_browser_is_tried_first_then_debians_for_root(bare, monkeypatch, capsys):
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    assert browser.main() == 1
    assert bare[0][1:] == ["-m", "playwright", "install", "chromium"]
    assert [command[:2] for command in bare[1:]] == [["apt-get", "update"], ["apt-get", "install"]]
    said = capsys.readouterr()
    assert "sudo apt-get install chromium" in said.err and "fetching Playwright's own" in said.out


def test_who_may_not_install_is_told_what_to_type(bare, monkeypatch, capsys):
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert browser.main() == 1
    assert len(bare) == 1
    said = capsys.readouterr()
    assert "That failed: getaddrinfo ENOTFOUND cdn.playwright.dev\n" in said.out
    assert "errno" not in said.out + said.err and "    at " not in said.out + said.err
    assert "Install one and try again: sudo apt-get install chromium" in said.err


def test_an_installer_that_does_not_end_is_named(bare, monkeypatch, capsys):
    def run(command, timeout, **_):
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(browser.subprocess, "run", run)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert browser.main() == 1
    assert "That failed: the installer had not ended after 10 minutes" in capsys.readouterr().out


def test_an_installed_browser_is_taken(bare, monkeypatch):
    monkeypatch.setattr(browser, "find", lambda: "/usr/bin/chromium")
    assert browser.main() == 0 and bare == []


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_an_engine_that_is_missing_is_named_with_its_package_and_fails_in_ci(
    bare, monkeypatch, capsys, ci, status
):
    monkeypatch.setattr(browser, "find", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser.os.path, "exists", lambda path: False)
    monkeypatch.setenv("CI", ci)
    assert browser.main() == status and bare == []
    firefox, webkit = capsys.readouterr().out.splitlines()
    assert firefox.startswith("Firefox is not here") and firefox.endswith("firefox-esr")
    assert webkit.startswith("WebKit is not here") and webkit.endswith("webkit2gtk-driver xvfb")


@pytest.mark.parametrize(("ci", "status", "word"), [("true", 1, "1 failed"), ("", 0, "1 skipped")])
def test_with_ci_a_skipped_test_has_failed(tmp_path, ci, status, word):
    (tmp_path / "conftest.py").write_text(
        (ROOT / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "test_a.py").write_text(
        "import pytest\ndef test_a(): pytest.skip('no Node')\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    command += ["-c", "/dev/null", "--rootdir", str(tmp_path)]
    environment = {**os.environ, "CI": ci}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == status and word in done.stdout, done.stdout
    assert ("no Node" in done.stdout) == (ci == "true")
