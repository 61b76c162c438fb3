"""What a learner is told: by `sigmoids check`, of notebooks in any state."""

import copy
import json
import os
import re
import stat
import sys

import nbformat
import pytest
from typer.testing import CliRunner

from sigmoids_book import cli, judge, sets
from sigmoids_book.kernel import WRONG, Error, JupyterKernel
from tests.support import ROOT

SETS = sets.read_all()
FORMULA = next(s for s in SETS if s.name == "formula")
KEPT = ("s_curve", "second_form")  # the questions that the small notebooks here keep


def small(source="solutions"):
    """The first two questions of a set, answered as in `source`; released as a learner has them."""
    notebook = nbformat.read(ROOT / "exercises/formula.ipynb", as_version=4)
    if source == "solutions":
        solved = nbformat.read(ROOT / "solutions/formula.ipynb", as_version=4)
        answers = {grade_id(c): c.source for c in solved.cells if sets.is_answer(c)}
        for cell in notebook.cells:
            if sets.is_answer(cell):
                cell.source = answers[grade_id(cell)]
    notebook.cells = [
        c
        for c in notebook.cells
        if sets.is_setup(c) or str(grade_id(c)).startswith(KEPT) or c.cell_type == "markdown"
    ]
    return notebook


def grade_id(cell):
    return sets.nbgrader(cell).get("grade_id")


def cell(notebook, name):
    return next(c for c in notebook.cells if grade_id(c) == name)


def examine(notebook, folder, name="formula.ipynb", **options):
    path = folder / name
    nbformat.write(notebook, path)
    before = path.read_bytes()
    path.chmod(stat.S_IRUSR)
    report = judge.examine(path, SETS, **options)
    assert path.read_bytes() == before
    assert [p.name for p in folder.iterdir()] == [name]
    return report, {o.check.id: o.message for o in report.outcomes if o.question.id in KEPT}


def test_right_answers_score_whatever_surrounds_them(tmp_path):
    notebook = small()
    notebook.metadata.kernelspec.name = "another"
    notebook.cells = [c for c in notebook.cells if grade_id(c) != "second_form-check"]
    cell(notebook, "s_curve-arrays").metadata.pop("nbgrader")  # a check that lost its mark
    cell(notebook, "s_curve-check").source = "raise SystemExit  # edited"
    noise = (
        'import matplotlib.pyplot as plt\nprint("x" * 5000)\nplt.plot([1, 2])\nplt.show()\n%time 1'
    )
    notebook.cells.insert(3, nbformat.v4.new_code_cell(noise))
    report, messages = examine(notebook, tmp_path, "my own name.ipynb")
    assert messages == {"s_curve-check": "", "s_curve-arrays": "", "second_form-check": ""}
    assert report.set.name == "formula"
    assert report.points == 4
    assert report.troubles == ()


def test_each_question_suffers_for_its_own_cell_alone(tmp_path):
    notebook = small()
    cell(notebook, "s_curve").source = "def s_curve(x, ceiling, steepness, midpoint)\n    return 1"
    report, messages = examine(notebook, tmp_path)
    trouble = "stops with SyntaxError: expected ':' (line 1)"
    assert messages["s_curve-check"] == f"Its cell {trouble}"
    assert messages["second_form-check"] == ""
    number = notebook.cells.index(cell(notebook, "s_curve")) + 1
    assert report.troubles == (f"Cell {number} {trouble}",)


@pytest.mark.parametrize(
    "hiding",
    [
        "%load_ext rich",
        "from rich import traceback; traceback.install()",
        "get_ipython().set_custom_exc((Exception,), lambda *_, **__: None)",
        "def run(*_, **__):\n"
        "    from IPython.core.interactiveshell import ExecutionResult\n"
        "    return ExecutionResult(None)\n"
        "get_ipython().run_cell = run\n"
        "get_ipython().should_run_async = lambda *_, **__: False",
    ],
)
def test_nothing_passes_where_a_cell_hides_errors(tmp_path, hiding):
    notebook = small("exercises")
    notebook.cells.insert(1, nbformat.v4.new_code_cell(hiding))
    report, messages = examine(notebook, tmp_path)
    assert report.points == 0
    assert len(messages) == 3 and all(messages.values())
    if "run_cell" not in hiding:
        assert "returns nothing yet." in messages["s_curve-check"]
    else:
        assert "did not reach its end" in messages["s_curve-check"]


@pytest.mark.parametrize("change", ["sys.stdout = None", "sys.stderr = 3"])
def test_a_cell_that_takes_the_streams_away_stalls_nothing(tmp_path, change):
    notebook = small()
    notebook.cells.insert(1, nbformat.v4.new_code_cell(f"import sys\n{change}"))
    report, messages = examine(notebook, tmp_path, seconds=4)
    assert report.troubles == () and report.lost == frozenset()
    assert set(messages.values()) == {""}


def test_an_endless_cell_and_one_that_ends_python_are_named_and_left_out(tmp_path):
    notebook = small()
    cell(notebook, "s_curve").source += "\n\nwhile True:\n    pass"
    notebook.cells.append(nbformat.v4.new_code_cell("import os\nos._exit(1)"))
    report, messages = examine(notebook, tmp_path, seconds=3)
    number = notebook.cells.index(cell(notebook, "s_curve")) + 1
    assert "was still running after 3 s" in messages["s_curve-check"]
    assert messages["second_form-check"] == ""
    assert report.troubles == (
        f"Cell {number} was still running after 3 s. Does a loop end?",
        f"Cell {len(notebook.cells)} ended Python itself.",
    )


def test_an_endless_function_costs_its_own_check(tmp_path):
    notebook = small()
    cell(
        notebook, "s_curve"
    ).source = "def s_curve(x, ceiling, steepness, midpoint):\n    while True:\n        pass"
    _, messages = examine(notebook, tmp_path, seconds=3)
    assert "was still running after 3 s" in messages["s_curve-check"]
    assert messages["second_form-check"] == ""


@pytest.mark.parametrize("how", ["[0 for _ in iter(int, 1)]", "import os; os._exit(1)"])
def test_a_check_after_one_that_ended_python_has_the_names_of_both(tmp_path, how):
    """The second check of s_curve takes its table of mistakes from the first."""
    notebook = small()
    cell(notebook, "s_curve").source = (
        "def s_curve(x, ceiling, steepness, midpoint):\n"
        f"    if np.ndim(x) == 0: {how}\n"
        "    return ceiling / (1 + np.exp(-steepness * (x - midpoint)))"
    )
    _, messages = examine(notebook, tmp_path, seconds=3)
    first = messages["s_curve-check"]
    assert first.startswith("The answer ") and ("still running" in first or "ended Python" in first)
    assert messages["s_curve-arrays"] == ""
    assert messages["second_form-check"] == ""


def test_a_check_that_lacks_what_a_lost_one_was_to_define_is_lost_with_it():
    check = sets.read(ROOT / "exercises/formula.ipynb").questions[0].checks[0]
    first = check._replace(id="first", source="seen = answer()")
    second = check._replace(id="second", source="assert seen")
    question = sets.Question("q", "Q", "function", (first, second), ())
    lost = Error(judge.LOST, "The answer ended Python itself.")
    missing = Error("NameError", "name 'seen' is not defined")
    found = judge._error_of(second, question, {"first": lost, "second": missing})
    assert found == lost
    other = Error("NameError", "name 'answer' is not defined")
    assert judge._error_of(second, question, {"first": lost, "second": other}) == other
    assert judge._error_of(second, question, {"first": Error(), "second": missing}) == missing


def test_a_class_of_the_learners_is_not_taken_for_the_courses():
    question = FORMULA.questions[0]

    def raised(kernel, source):
        error = kernel.check(question.checks[0]._replace(source=source))
        return error.kind, judge._explain(error, question, {})

    with JupyterKernel(30) as kernel:
        for name in ("Wrong", "Lost", "Unfinished"):
            kernel.run(f"class {name}(Exception): pass")
            said = raised(kernel, f"raise {name}('All is well.')")
            assert said == (name, f"The check stops with {name}: All is well.")
        kernel.run("from sigmoids import checks")
        for hide in ("", "%load_ext rich"):
            kernel.run(hide)
            assert raised(kernel, "raise Wrong('Mine.')")[0] == "Wrong"
            assert raised(kernel, "checks.that(False, 'No.')") == (WRONG, "No.")
            assert raised(kernel, "raise Wrong('Mine.')")[0] == "Wrong"


def test_renamed_functions_cells_out_of_order_and_questions_to_the_keyboard(tmp_path):
    notebook = small()
    cell(notebook, "s_curve").source = cell(notebook, "s_curve").source.replace("s_curve", "mine")
    late = cell(notebook, "second_form")
    notebook.cells.remove(late)
    notebook.cells.append(late)
    notebook.cells.append(nbformat.v4.new_code_cell('input("your name? ")'))
    report, messages = examine(notebook, tmp_path)
    assert "`s_curve` is not defined where its check stands" in messages["s_curve-check"]
    assert messages["second_form-check"] == ""
    assert len(report.troubles) == 1 and "StdinNotImplementedError" in report.troubles[0]


WHOLE = {s.name: nbformat.read(sets.FOLDER / f"{s.name}.ipynb", as_version=4) for s in SETS}
CHECKS = [(s, q, check.id) for s in SETS for q in s.questions for check in q.checks]


def order(notebook, exercise):
    """What runs: sources of the learner's cells, ids of checks."""
    return [s.check.id if s.check else s.source for s in judge.plan(notebook, exercise)]


def changed(exercise, change):
    notebook = copy.deepcopy(WHOLE[exercise.name])
    change(notebook.cells)
    return order(notebook, exercise)


@pytest.mark.parametrize(
    ("exercise", "question", "check"), CHECKS, ids=[f"{s.name}-{c}" for s, _, c in CHECKS]
)
def test_a_check_deleted_doubled_or_moved_runs_as_if_nothing_had_happened(
    exercise, question, check
):
    usual = order(WHOLE[exercise.name], exercise)

    def at(cells, name):
        return next(i for i, c in enumerate(cells) if grade_id(c) == name)

    def delete(cells):
        del cells[at(cells, check)]

    def double(cells):
        cells.append(copy.deepcopy(cells[at(cells, check)]))

    def to_the_end(cells):
        cells.append(cells.pop(at(cells, check)))

    def to_the_top(cells):
        cells.insert(0, cells.pop(at(cells, check)))

    def delete_all(cells):
        cells[:] = [c for c in cells if not sets.is_check(c)]

    for change in (delete, double, to_the_top, delete_all):
        assert changed(exercise, change) == usual, change.__name__
    # The only check, moved: it runs where it stands, after the answer as before.
    assert changed(exercise, to_the_end) == usual or len(question.checks) == 1


def test_an_answer_that_is_defined_anew_after_its_checks_neither_gains_nor_loses(tmp_path):
    notebook = small()
    again = nbformat.v4.new_code_cell("def s_curve(x, *_):\n    return 7.0")
    for place in (len(notebook.cells), notebook.cells.index(cell(notebook, "s_curve-check")) + 1):
        other = copy.deepcopy(notebook)
        other.cells.insert(place, again)
        assert set(examine(other, tmp_path)[1].values()) == {""}
    wrong = copy.deepcopy(notebook)
    right = nbformat.v4.new_code_cell(cell(wrong, "s_curve").source)
    cell(wrong, "s_curve").source = again.source
    wrong.cells.insert(wrong.cells.index(cell(wrong, "s_curve")) + 1, right)
    assert set(examine(wrong, tmp_path)[1].values()) == {""}  # the last above the checks counts
    wrong.cells.append(wrong.cells.pop(wrong.cells.index(right)))
    assert examine(wrong, tmp_path)[1]["s_curve-check"] != ""


def test_without_checks_a_question_is_judged_at_the_end_of_its_section():
    notebook = copy.deepcopy(WHOLE["formula"])
    notebook.cells = [c for c in notebook.cells if not sets.is_check(c)]
    at = notebook.cells.index(cell(notebook, "s_curve"))
    notebook.cells.insert(at + 1, nbformat.v4.new_code_cell("mine = 1"))
    steps = order(notebook, FORMULA)
    mine = steps.index("mine = 1")
    assert steps[mine + 1 : mine + 3] == ["s_curve-check", "s_curve-arrays"]
    assert steps[mine + 3] == cell(notebook, "second_form").source


def test_a_notebook_of_the_third_format_is_read(tmp_path):
    old = nbformat.v3.new_notebook(
        worksheets=[nbformat.v3.new_worksheet(cells=[nbformat.v3.new_code_cell("x = 1")])]
    )
    (tmp_path / "old.ipynb").write_text(nbformat.v3.writes_json(old), encoding="utf-8")
    with pytest.raises(judge.Unreadable, match="no cell is marked as the answer"):
        judge.set_of(judge.read(tmp_path / "old.ipynb"), tmp_path / "old.ipynb", SETS)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "its text is not JSON"),
        (b"\xff\xfe\x00", "is not a notebook"),
        (b"{", "its text is not JSON"),
        (b"[]", "is not a notebook"),
        (b'{"cells": 3, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "is not a notebook"),
        (b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "no cell is marked"),
    ],
)
def test_what_is_no_exercise_is_refused_in_a_line(tmp_path, content, message):
    path = tmp_path / "a.ipynb"
    path.write_bytes(content)
    result = CliRunner().invoke(cli.app, ["check", str(path)])
    assert result.exit_code == 2
    text = " ".join(result.output.split())
    assert message in text and "Traceback" not in text


@pytest.mark.parametrize(
    "change",
    [
        {"source": "'\ud800'"},
        {"source": None},
        {"source": 3},
        {"metadata": 3},
        {"cell_type": None},
        {"cell_type": ()},
        {"source": ()},
    ],
    ids=str,
)
def test_one_damaged_cell_costs_its_own_file_alone(tmp_path, change):
    """An empty tuple stands for a key that is not there."""
    notebook = json.loads(nbformat.writes(small()))
    nbformat.write(small("exercises"), tmp_path / "whole.ipynb")
    damaged = next(c for c in notebook["cells"] if c["cell_type"] == "code")
    damaged.update(change)
    for key in (k for k, value in change.items() if value == ()):
        del damaged[key]
    (tmp_path / "damaged.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["check", str(tmp_path), "--timeout", "9.5"])
    text = " ".join(result.output.split())
    assert result.exit_code == 2 and isinstance(result.exception, SystemExit), text
    # A long path is broken anywhere.
    assert "damaged.ipynbisnotanotebookthatcanberead" in text.replace(" ", "")
    assert f"Total │ 0/{FORMULA.points}" in text


def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.ipynb")
    result = CliRunner().invoke(cli.app, ["check", str(tmp_path)])
    assert result.exit_code == 2
    assert "is not a file" in " ".join(result.output.split())


@pytest.mark.parametrize("seconds", ["inf", "nan", "1e9"])
def test_a_time_limit_that_is_none_is_refused(tmp_path, seconds):
    result = CliRunner().invoke(cli.app, ["check", str(tmp_path), "--timeout", seconds])
    assert result.exit_code == 2 and "Usage" in result.output


def test_the_command_prints_questions_points_and_the_course(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    notebook = small("exercises")
    answers = nbformat.read(ROOT / "solutions/formula.ipynb", as_version=4)
    cell(notebook, "second_form").source = cell(answers, "second_form").source
    nbformat.write(notebook, tmp_path / "formula.ipynb")
    monkeypatch.setattr(cli, "console", cli.Console(width=160))
    result = CliRunner().invoke(cli.app, ["check", str(tmp_path), "--hints"])
    text = " ".join(re.sub("[│┃]", " ", result.output).split())
    assert result.exit_code == 1
    assert "1. Three numbers 0/2 `s_curve(3, 10, 2, 3)` returns nothing yet." in text
    assert f"Hint: {FORMULA.questions[0].hints[0]}" in text
    assert "2. Repair the other form 2/2 Right, by the public checks." in text
    assert f"Total 2/{FORMULA.points}" in text
    course = sum(s.points for s in SETS)
    assert f"The whole course: 2 of {course} points, 1 of {len(SETS)} sets begun." in text
    assert "scoring tries more inputs" in text


def test_the_command_without_notebooks_says_what_makes_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli.app, ["check"])
    assert result.exit_code == 2
    assert "Name your notebooks or their folder." in " ".join(result.output.split())


def test_the_first_cell_says_what_to_type_where_the_package_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "sigmoids", None)
    for exercise in SETS:
        with pytest.raises(SystemExit, match=r"make lab\n.*%pip install git"):
            exec(exercise.setup[0], {})


def test_what_a_cell_writes_is_thrown_away(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    notebook = small()
    notebook.cells.append(nbformat.v4.new_code_cell('open("mess", "w").write("x")'))
    work = tmp_path / "work"
    work.mkdir()
    report, _ = examine(notebook, work)
    assert report.troubles == ()
    assert os.listdir(tmp_path) == ["work"]


def test_a_folder_with_two_attempts_a_subfolder_and_a_checkpoint_counts_the_best(
    tmp_path, monkeypatch
):
    """What a notebook scores is made up here; which are asked for, and what is said, is not."""
    first = FORMULA.questions[0]
    scored = {"formula.ipynb": 1, "formula (2).ipynb": 2, "later/formula.ipynb": 0}

    def report(path, course, timeout):
        name = path.relative_to("work/exercises").as_posix()
        right = scored.pop(name)
        outcomes = tuple(
            judge.Outcome(first, check, "" if number < right else f"{name} is not right yet.")
            for number, check in enumerate(first.checks[:2])
        )
        assert course == SETS and timeout == 30
        return judge.Report(path, FORMULA, outcomes, ())

    names = [*scored, ".ipynb_checkpoints/formula.ipynb", "later/.ipynb_checkpoints/x.ipynb"]
    for name in [*names, "later/notes.txt"]:
        path = tmp_path / "work/exercises" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(judge, "examine", report)
    monkeypatch.setattr(cli.console, "width", 200)
    done = CliRunner().invoke(cli.app, ["check"])
    assert (done.exit_code, scored) == (1, {})
    text = " ".join(done.output.split())
    best = sum(check.points for check in first.checks[:2])
    course = sum(s.points for s in SETS)
    assert f"The whole course: {best} of {course} points, 1 of {len(SETS)} sets begun." in text
    assert text.count("later/formula.ipynb is not right yet.") == 1
    for name in ("formula.ipynb", "formula (2).ipynb"):
        (tmp_path / "work/exercises" / name).unlink()
    scored["later/formula.ipynb"] = 2
    assert CliRunner().invoke(cli.app, ["check"]).exit_code == 0  # of the subfolder alone
    assert scored == {}
