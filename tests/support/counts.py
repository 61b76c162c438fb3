"""A pytest plugin: what the suite proves is counted, printed and held against a list.

    pytest --nbval --hold-numbers=tests/numbers.csv

Each case of a test marked `counts("wrong answers refused")` adds one to that number; the fixture
`count("claims with their cell", 78)` adds what a test found. Cells of notebooks count themselves.
Only what has passed is counted, so a case that fails, is skipped or was left out is missing. A row
of the list may say what a machine can lack, such as bubblewrap: where its cases were skipped for
that, it is not held. With CI=true a skipped test has failed (conftest.py), so there it is held.
"""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from nbval.plugin import IPyNbCell
from tabulate import tabulate

COUNTED = "counted"  # the key among a report's properties, which pytest-xdist carries along
RUN = "code cells run"
COMPARED = "code cells compared"
SHOWN = "code cells compared that show something"


class Row(NamedTuple):
    """A line of the list: `number` must be at least `least`, unless the machine lacks `needs`."""

    number: str
    least: int
    needs: str
    what: str


class Verdict(NamedTuple):
    number: str
    counted: int
    least: int
    remark: str
    fell: bool


def read(path: Path) -> list[Row]:
    """The rows of the list. Raises pytest.UsageError for what is no such list."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [Row(**row) for row in csv.DictReader(lines, strict=True)]
        if not rows:
            raise ValueError("it has no row")
        return [row._replace(least=int(row.least)) for row in rows]
    except (OSError, ValueError, TypeError, csv.Error) as problem:
        raise pytest.UsageError(
            f"--hold-numbers: {path} is not a list of numbers: {problem}. "
            f"Wanted: a CSV file with the columns {', '.join(Row._fields)}."
        ) from problem


def verdicts(rows: list[Row], passed: Counter, skipped: Counter) -> list[Verdict]:
    """What becomes of each number, in the order of the list; numbers without a row come last."""
    found = []
    for number, least, needs, _ in rows:
        counted, left_out = passed[number], skipped[number]
        excused = bool(needs) and counted + left_out >= least
        if counted > least:
            remark = "more: raise the list"
        elif counted == least:
            remark = ""
        elif excused:
            remark = f"not held: {left_out} skipped for want of {needs}"
        else:
            remark = f"{least - counted} fewer" if counted else "none counted"
        found.append(Verdict(number, counted, least, remark, counted < least and not excused))
    for number in sorted(set(passed) - {row.number for row in rows}):
        found.append(Verdict(number, passed[number], 0, "no row in the list: add it", True))
    return found


def adds(item: pytest.Item) -> list[str]:
    """The numbers to which a test adds one if it passes."""
    if not isinstance(item, IPyNbCell):
        return [name for mark in item.iter_markers("counts") for name in mark.args]
    compared = item.options["check"] and item.cell.execution_count is not None
    return [RUN, *[COMPARED] * compared, *[SHOWN] * bool(compared and item.cell.outputs)]


class Numbers:
    """Sums what the tests report, prints it at the end and fails the run if a number fell."""

    def __init__(self, path: Path):
        self.path, self.rows = path, read(path)
        self.passed, self.skipped = Counter(), Counter()

    def pytest_runtest_logreport(self, report):
        if hasattr(report, "wasxfail"):
            return
        passed = report.passed and report.when == "call"
        if passed or report.skipped:
            tally = self.passed if passed else self.skipped
            for key, value in report.user_properties:
                if key == COUNTED:
                    tally[value[0]] += value[1]

    def verdicts(self) -> list[Verdict]:
        return verdicts(self.rows, self.passed, self.skipped)

    def pytest_sessionfinish(self, session):
        if any(v.fell for v in self.verdicts()) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        found = self.verdicts()
        terminalreporter.section("what must not get worse")
        table = [v[:4] for v in found]
        terminalreporter.line(tabulate(table, headers=["number", "counted", "at least", ""]))
        fallen = [v.number for v in found if v.fell]
        if fallen:
            terminalreporter.line(
                f"\nNot as {self.path} has it: {'; '.join(fallen)}. Bring back what is missing. If "
                "it had to go, lower the row, and list in the commit's message what went.",
                red=True,
            )


def pytest_addoption(parser):
    parser.addoption(
        "--hold-numbers",
        metavar="LIST",
        type=Path,
        help="count what passes, print it, and fail where it is less than LIST has; for whole runs",
    )


def pytest_configure(config):
    config.addinivalue_line(
        "markers", "counts(*numbers): each case that passes adds one to numbers of the list"
    )
    path = config.getoption("hold_numbers")
    if path and not hasattr(config, "workerinput"):  # of pytest-xdist, only the controller sums
        config.pluginmanager.register(Numbers(path), "numbers")


def pytest_itemcollected(item):
    item.user_properties += [(COUNTED, [name, 1]) for name in adds(item)]


@pytest.fixture
def count(request):
    """`count(number, n)`: if this test passes, `n` more of a number of the list are proven."""

    def add(number: str, n: int) -> None:
        request.node.user_properties.append((COUNTED, [number, n]))

    return add
