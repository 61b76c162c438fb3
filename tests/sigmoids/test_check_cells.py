"""Do the checks judge the answers alone, whatever else the learner's names stand for?"""

import dis

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from sigmoids import check_cells
from sigmoids_book import sets
from tests.support import ROOT
from tests.support.answers import SOLUTIONS, solved

SETS = [path.stem for path in SOLUTIONS]


class Poison:
    """What nobody can compute with."""

    def __getattribute__(self, name):
        raise AssertionError("a check used the learner's name")

    __call__ = __add__ = __radd__ = __mul__ = __rmul__ = __iter__ = __getitem__ = __getattribute__


@pytest.fixture
def shell():
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    check_cells.install()
    yield shell
    InteractiveShell.clear_instance()


def run(shell, source):
    with capture_output() as output:
        result = shell.run_cell(source)
    return result.error_in_exec or result.error_before_exec, output.stdout


def cells(name):
    """The learner's notebook, with the answers of the solution."""
    notebook = nbformat.read(ROOT / "exercises" / f"{name}.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            grade_id = sets.nbgrader(cell)["grade_id"]
            yield cell, solved(name).answers.get(grade_id, cell.source)


def names(source, *operations):
    def of(code):
        for i in dis.get_instructions(code):
            if i.opname in operations:
                yield i.argval
        for constant in code.co_consts:
            if hasattr(constant, "co_code"):
                yield from of(constant)

    return set(of(compile(source, "<cell>", "exec")))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", SETS)
def test_no_name_of_the_learners_changes_a_verdict(name, shell):
    sources = list(cells(name))
    checks = "\n".join(source for cell, source in sources if sets.is_check(cell))
    answers = "\n".join(source for cell, source in sources if sets.is_answer(cell))
    load = ("LOAD_NAME", "LOAD_GLOBAL")
    taken = names(checks, *load, "STORE_NAME")
    taken -= names(answers, *load, "STORE_NAME", "STORE_GLOBAL")
    assert {"checks"} <= taken
    for cell, source in sources:
        error, text = run(shell, source)
        assert error is None, (source, error)
        if sets.is_check(cell):
            assert ": right." in text
        shell.user_ns.update({taken_name: Poison() for taken_name in taken})
    assert all(type(shell.user_ns[taken_name]) is Poison for taken_name in taken)


@pytest.mark.parametrize("name", SETS)
def test_no_check_makes_a_name_that_an_answer_gives(name):
    """An earlier check's name goes before the learner's."""
    of = {q.id: "\n".join(c.source for c in q.checks) for q in solved(name).set.questions}
    made = set().union(*(names(source, "STORE_NAME") for source in of.values()))
    for question, source in of.items():
        given = names(solved(name).answers.get(question, ""), "STORE_NAME")
        assert not given & names(source, "LOAD_NAME", "LOAD_GLOBAL") & made


def test_what_a_check_makes_stays_with_the_checks(shell):
    run(shell, "from sigmoids import checks\nimport numpy as np")
    run(shell, "np = sum = 3\nanswer = 6\nrows = 'mine'")
    check = f"{check_cells.MARK}\n"
    first = 'rows = [1, 2, 3]\nchecks.value("answer", answer, np.sum(rows))'
    assert run(shell, check + first) == (None, "")
    assert shell.user_ns["rows"] == "mine" and shell.user_ns["np"] == 3
    run(shell, "rows = 'mine again'")
    assert run(shell, f'{check}checks.value("answer", answer, sum(rows))') == (None, "")
    error, text = run(shell, f'{check}checks.value("answer", answer, 7)')
    assert text.strip() == "Not yet. `answer` is 6: that is not right."
    error, text = run(shell, f"{check}other")
    assert type(error) is NameError
    assert text.strip() == (
        "Not yet. `other` is not defined. Run the cell that defines it, then this one."
    )


def test_another_set_begins_anew(shell):
    run(shell, "from sigmoids import checks\none = 1")
    run(shell, f"{check_cells.MARK}\nmade = 2")
    run(shell, "from sigmoids import checks\ntwo = 2")
    error, _ = run(shell, f"{check_cells.MARK}\nmade")
    assert type(error) is NameError
    assert run(shell, f"{check_cells.MARK}\nchecks.that(two == 2, '')")[0] is None
