"""With CI=true, a test that is skipped has failed: nothing goes unproven in silence."""

import os

import pytest

pytest_plugins = ["tests.counts"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}. With CI=true none may be."
    return report
