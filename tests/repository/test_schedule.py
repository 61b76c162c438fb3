"""Which process of pytest-xdist runs which tests."""

import pytest

from tests.support import ROOT, schedule

pytest_plugins = ["pytester"]
SUITE = """
import os, pathlib, pytest, time

@pytest.mark.parametrize("n", range(6))
def test_one(n):
    time.sleep(0.2)
    pathlib.Path(__file__).with_suffix(f".{os.environ['PYTEST_XDIST_WORKER']}.{n}").touch()
"""


@pytest.mark.parametrize("place", [*schedule.ONE_BY_ONE, *schedule.TOGETHER])
def test_each_place_that_is_named_is_there(place):
    assert (ROOT / place).exists()


def test_what_stays_together():
    grading = {schedule.scope(f"tests/sigmoids_book/grading/test_{n}.py::test_x") for n in "ab"}
    assert len(grading) == 1
    engines = "tests/sigmoids_book/site/test_engines.py::test_a_page_shows"
    assert schedule.scope(f"{engines}[Firefox-a.html]") == schedule.scope(f"{engines}[Firefox-b]")
    assert schedule.scope(f"{engines}[Firefox-a.html]") != schedule.scope(f"{engines}[WebKit-a]")
    assert schedule.scope("chapters/odds.ipynb::Cell 1") == "chapters/odds.ipynb"
    axe = "tests/sigmoids_book/site/test_accessibility.py::test_axe"
    assert schedule.scope(f"{axe}[a]") != schedule.scope(f"{axe}[b]")


def test_two_processes_share_a_file_that_goes_one_by_one_and_no_other(pytester, monkeypatch):
    monkeypatch.setattr(schedule, "ONE_BY_ONE", ("test_apart.py",))
    pytester.syspathinsert(ROOT)
    pytester.makepyfile(test_apart=SUITE, test_whole=SUITE, test_whole_too=SUITE)
    options = ("-p", "tests.support.schedule", "-n", "2", "--dist", "loadfile")
    pytester.runpytest_inprocess(*options).assert_outcomes(passed=18)
    by = {
        name: {path.suffixes[0] for path in pytester.path.glob(f"{name}.gw*")}
        for name in ("test_apart", "test_whole", "test_whole_too")
    }
    assert by["test_apart"] == {".gw0", ".gw1"}
    assert len(by["test_whole"]) == len(by["test_whole_too"]) == 1
