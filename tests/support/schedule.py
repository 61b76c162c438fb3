"""A pytest plugin: which process of pytest-xdist runs which tests.

A file stays together, since its tests share what took long to make; notebooks are files, too. Those
of ONE_BY_ONE share nothing that does: their tests go one by one and last, to whoever is free, so
that all processes end at about the same time. What would be in each other's way is together.
"""

import re

import pytest

SITE, DEMOS = "tests/sigmoids_book/site", "tests/sigmoids/demos"
ONE_BY_ONE = (
    f"{DEMOS}/test_kit.py",
    f"{SITE}/test_accessibility.py",
    f"{SITE}/test_press.py",
    f"{SITE}/test_reading_aids.py",
    f"{SITE}/test_site.py",
    f"{SITE}/test_storage.py",
    f"{SITE}/test_translated.py",
)
# Each looks for processes that a sandbox has left, and would take another's for them.
TOGETHER = ("tests/sigmoids_book/grading/",)
ENGINE = re.compile(r"test_engines\.py::\w+\[(\w+)-")  # each is started once


def scope(nodeid: str) -> str:
    """What tests have in common that stay together in one process."""
    file = nodeid.split("::")[0]
    if file in ONE_BY_ONE:
        return nodeid
    if found := ENGINE.search(nodeid):
        return f"{file}[{found[1]}]"
    return next((folder for folder in TOGETHER if file.startswith(folder)), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getoption("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class Evenly(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return scope(nodeid)

    return Evenly(config, log)
