"""The numbers that must not fall: what is counted, what is not, and what becomes of a run."""

from collections import Counter

import nbformat
import pytest

from tests.support import ROOT, counts
from tests.support.notebooks import cell, read

pytest_plugins = ["pytester"]
LIST = ROOT / "tests/numbers.csv"
SUITE = """
import pytest

@pytest.mark.counts("cases")
@pytest.mark.parametrize("n", range(4))
def test_case(n):
    if n == 3:
        pytest.skip()

def test_table(count):
    count("rows", 40)
    count("rows", 2)
"""
OUTCOMES = """
import pytest

pytestmark = pytest.mark.counts("cases")

def test_that_passes(): pass
def test_that_fails(): assert False
def test_that_is_skipped(): pytest.skip()
def test_that_cannot_be_set_up(nothing): pass
@pytest.mark.xfail
def test_that_is_expected_to_fail(): assert False
@pytest.mark.xfail(strict=False)
def test_that_passes_against_expectation(): pass
"""


@pytest.fixture
def suite(pytester):
    """`suite(tests, cases=4)`: a run of these tests held to that number; status, table, text."""

    def run(tests, *options, cases=4, needs=""):
        pytester.makepyfile(tests)
        rows = f"number,least,needs,what\ncases,{cases},{needs},\nrows,42,,\n"
        (pytester.path / "numbers.csv").write_text(rows, encoding="utf-8")
        options = [*options, "-p", "tests.support.counts", "--hold-numbers=numbers.csv"]
        pytester.syspathinsert(ROOT)
        result = pytester.runpytest(*options)
        text = result.stdout.str()
        lines = text.partition("what must not get worse")[2].splitlines()
        return result.ret, {line.split("  ")[0]: line.split() for line in lines if line}, text

    return run


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["alone", "two_workers"])
def test_a_whole_run_counts_what_passed_and_holds_it(suite, options):
    status, table, text = suite(SUITE, *options, cases=3)
    assert status == 0, text
    assert table["cases"] == ["cases", "3", "3"]
    assert table["rows"] == ["rows", "42", "42"]


def test_a_run_that_passes_with_a_number_too_small_fails_and_names_it(suite):
    status, table, text = suite(SUITE, cases=4)
    assert status == 1
    assert table["cases"] == ["cases", "3", "4", "1", "fewer"]
    assert "Not as numbers.csv has it: cases. Bring back what is missing." in text


def test_only_what_passes_is_counted(suite):
    status, table, text = suite(OUTCOMES, cases=6)
    assert status == 1
    assert table["cases"] == ["cases", "1", "6", "5", "fewer"]
    assert table["rows"] == ["rows", "0", "42", "none", "counted"]
    assert "Not as numbers.csv has it: cases; rows. Bring back" in text


def test_without_the_option_nothing_is_printed_or_held(pytester):
    pytester.makepyfile(SUITE)
    result = pytester.runpytest_inprocess("-p", "tests.support.counts")
    assert result.ret == 0 and "must not" not in result.stdout.str()


@pytest.mark.parametrize(
    ("counted", "skipped", "needs", "remark", "fell"),
    [
        (9, 0, "", "", False),
        (10, 0, "", "more: raise the list", False),
        (8, 0, "", "1 fewer", True),
        (0, 0, "", "none counted", True),
        (8, 1, "", "1 fewer", True),
        (8, 1, "bubblewrap", "not held: 1 skipped for want of bubblewrap", False),
        (0, 9, "bubblewrap", "not held: 9 skipped for want of bubblewrap", False),
        (0, 8, "bubblewrap", "none counted", True),
        (7, 1, "bubblewrap", "2 fewer", True),
    ],
)
def test_a_number_is_held_unless_the_very_cases_were_skipped_for_what_a_machine_lacks(
    counted, skipped, needs, remark, fell
):
    row = counts.Row("cases", 9, needs, "")
    found = counts.verdicts([row], Counter(cases=counted), Counter(cases=skipped))
    assert found == [("cases", counted, 9, remark, fell)]


def test_a_number_without_a_row_is_asked_for():
    found = counts.verdicts([], Counter(cases=3), Counter())
    assert found == [("cases", 3, 0, "no row in the list: add it", True)]


@pytest.mark.parametrize("text", ["", "number,least\na,1\n", "number,least,needs,what\na,x,,\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path, text):
    path = tmp_path / "numbers.csv"
    with pytest.raises(pytest.UsageError, match=r"is not a list of numbers: .*No such file"):
        counts.read(path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(
        pytest.UsageError, match=r"(?s)is not a list .* number, least, needs, what\."
    ):
        counts.read(path)


def ignore_output(notebook):
    cell(notebook, "claim-check").metadata["tags"] = ["nbval-ignore-output"]


def skip_cell(notebook):
    cell(notebook, "claim-check").metadata["tags"] = ["nbval-skip"]


@pytest.mark.parametrize(
    ("change", "fewer"),
    [(None, (0, 0, 0)), (ignore_output, (0, 1, 1)), (skip_cell, (1, 1, 1))],
    ids=["unchanged", "output_ignored", "skipped"],
)
def test_cells_count_as_nbval_compares_them(pytester, monkeypatch, change, fewer):
    notebook = read()
    if change:
        change(notebook)
    nbformat.write(notebook, pytester.path / "sample.ipynb")
    rows = "number,least,needs,what\n" + "".join(
        f"{number},1,,\n" for number in (counts.RUN, counts.COMPARED, counts.SHOWN)
    )
    (pytester.path / "numbers.csv").write_text(rows, encoding="utf-8")
    options = ["-p", "tests.support.counts", "--nbval", "--nbval-current-env", "sample.ipynb"]
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    # A process of its own, for nbval leaves files open that another test would be blamed for.
    result = pytester.runpytest_subprocess(*options, "--hold-numbers=numbers.csv")
    whole = 4, 4, sum(bool(c.outputs) for c in read().cells if c.cell_type == "code")
    counted = tuple(
        int(line.removeprefix(number).split()[0])
        for number in (counts.RUN, counts.COMPARED, counts.SHOWN)
        for line in result.stdout.lines
        if line.startswith(f"{number}  ")
    )
    assert counted == tuple(w - f for w, f in zip(whole, fewer, strict=True))


def test_every_row_of_the_list_says_what_it_counts():
    rows = counts.read(LIST)
    assert all(row.what and row.least > 0 for row in rows)
    assert len({row.number for row in rows}) == len(rows)
    none = Counter()
    assert all(verdict.fell for verdict in counts.verdicts(rows, none, none))
