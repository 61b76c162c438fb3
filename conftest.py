"""For all tests: one thread, a folder for Matplotlib, and nothing goes unproven in silence."""

import os
from collections import Counter

import pytest

from sigmoids_book import kernel

# Before NumPy and Matplotlib are loaded, here and in the kernels.
os.environ.update(kernel.environment())
for _name in kernel.NOT_PASSED_ON:
    os.environ.pop(_name, None)
# What the tests serve is served on this machine, with no proxy between.
for _name in ("no_proxy", "NO_PROXY"):
    os.environ[_name] = ",".join(filter(None, [os.environ.get(_name), "127.0.0.1", "localhost"]))

import matplotlib  # noqa: E402

# Where the home folder cannot be written to, this warns and makes a temporary one, which the
# kernels inherit. Each of them would warn, too, and no output would be as it is stored.
matplotlib.get_configdir()
matplotlib.get_cachedir()

pytest.register_assert_rewrite("tests.support")
pytest_plugins = ["tests.support.counts", "tests.support.schedule"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """With CI=true, a test that is skipped has failed. A cell that takes too long fails alone: of
    those after it nbval expects that they fail, and here it is no fault if they do not."""
    report = yield
    if "Previous cell timed out" in f"{report.longrepr} {getattr(report, 'wasxfail', '')}":
        if report.failed:
            report.outcome, report.longrepr = "passed", None
    elif report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}. With CI=true none may be."
    return report


def pytest_terminal_summary(terminalreporter):
    """How long the tests in Firefox and WebKit took, starting the engines included."""
    seconds = Counter()
    for report in (r for found in terminalreporter.stats.values() for r in found):
        name = getattr(report, "nodeid", "")
        for engine in ("Firefox", "WebKit"):
            if "test_engines.py" in name and f"[{engine}-" in name:
                seconds[engine] += getattr(report, "duration", 0)
    for engine, spent in seconds.items():
        terminalreporter.write_line(f"The tests in {engine} took {spent:.0f} s.")
