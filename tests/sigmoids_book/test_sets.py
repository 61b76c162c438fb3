"""A set of exercises is read as it stands, and what it lacks is named, each with the remedy."""

from pathlib import Path

import pytest
from nbformat import v4

from sigmoids_book import sets
from sigmoids_book.sets import Check, ExerciseSet, Question
from tests.support.example import ANSWER, CHECK, HIDDEN, HINTS, example, mark, save

HINTS_READ = ("Look at 0.", "Divide.")
READ = ExerciseSet(
    name="steep",
    place="more/steep",
    title="Exercises: The slope",
    chapter="formula",
    minutes=12,
    setup=("from sigmoids import checks",),
    questions=(
        Question(
            "slope",
            "1. How steep?",
            "predict",
            (Check("slope-1", 2, CHECK, False), Check("slope-2", 1, HIDDEN, True)),
            HINTS_READ,
        ),
        Question("why", "2. Why?", "explain", (), HINTS_READ),
    ),
)


def test_a_set_is_read_with_all_that_it_says(tmp_path):
    save(example(), tmp_path / "more/steep.ipynb")
    assert sets.read_all(tmp_path) == [READ]
    assert sets.read(tmp_path / "more/steep.ipynb") == READ._replace(place="steep")
    assert (READ.points, [q.points for q in READ.questions]) == (3, [3, 0])
    assert sets.complaints(example(), "steep.ipynb") == []


def test_without_metadata_a_set_is_that_of_the_chapter_of_its_name():
    bare = v4.new_notebook(cells=[v4.new_markdown_cell("# Title\n## Not a question")])
    assert sets.parse(bare, "odds") == ExerciseSet("odds", "odds", "Title", "odds", 0, (), ())


def test_sets_are_all_notebooks_of_a_folder_but_copies_and_templates(tmp_path):
    for name in ("b", "a", "c/a2", "_template", ".ipynb_checkpoints/a", "c/.ipynb_checkpoints/d"):
        save(example(), tmp_path / f"{name}.ipynb")
    assert [s.place for s in sets.read_all(tmp_path)] == ["a", "b", "c/a2"]


def test_a_cell_is_what_nbgrader_says_of_it():
    def kinds(make, metadata):
        cell = make("", metadata=metadata)
        return sets.is_answer(cell), sets.is_check(cell), sets.is_setup(cell)

    code, text = v4.new_code_cell, v4.new_markdown_cell
    for make in (code, text):
        for nothing in ({}, {"nbgrader": {}}, {"nbgrader": "x"}, mark("x", locked=False)):
            assert kinds(make, nothing) == (False, False, False)
        assert kinds(make, mark("x", solution=True)) == (True, False, False)
        assert kinds(make, mark("x", solution=True, locked=True)) == (True, False, False)
    assert kinds(code, mark("x", grade=True, locked=True)) == (False, True, False)
    assert kinds(text, mark("x", grade=True, locked=True)) == (False, False, False)
    assert kinds(code, mark("x", locked=True)) == (False, False, True)
    assert kinds(text, mark("x", locked=True)) == (False, False, False)
    assert sets.nbgrader(code("", metadata={"nbgrader": "x"})) == {}


def test_sections_begin_at_each_heading_of_the_second_order():
    texts = ["# Title", "before", "## A", "### part", "## B"]
    cells = [*map(v4.new_markdown_cell, texts), v4.new_code_cell("## no heading")]
    found = sets.sections(v4.new_notebook(cells=cells))
    assert [[cell.source for cell in part] for part in found] == [
        ["## A", "### part"],
        ["## B", "## no heading"],
    ]


def test_names_that_code_takes_and_makes():
    source = (
        "import a\nfor b in c: d = b\ndef e(f):\n    global g\n    g = f + h\nlist(j for j in k)"
    )
    assert sets.loaded(source) == {"b", "c", "h", "k", "list"}
    assert sets.stored(source) == {"a", "b", "d", "e"}


def cell(notebook, name):
    return next(c for c in notebook.cells if sets.nbgrader(c).get("grade_id") == name)


def drop(*names):
    def damage(notebook):
        for name in names:
            notebook.cells.remove(cell(notebook, name))

    return damage


def forget(notebook):
    notebook.metadata = {}


def minutes_in_words(notebook):
    notebook.metadata["sigmoids"]["minutes"] = "12"


def no_chapter(notebook):
    notebook.metadata["sigmoids"]["chapter"] = ""


def twice(notebook):
    cell(notebook, "why").metadata["nbgrader"]["grade_id"] = "slope"


def two_answers(notebook):
    notebook.cells.insert(6, v4.new_code_cell(ANSWER, metadata=mark("slope-3", solution=True)))


def no_kind(notebook):
    notebook.cells[3].metadata = {"sigmoids": {"kind": "guess"}}


def without(line):
    def damage(notebook):
        answer = cell(notebook, "slope")
        answer.source = answer.source.replace(line, "")

    return damage


def one_hint(notebook):
    notebook.cells[4].source = HINTS.partition("\n\n<details><summary>Hint 2")[0]


def no_hint_to_explain(notebook):
    notebook.cells[10].source = ""


def no_points(notebook):
    for name in ("slope-1", "slope-2"):
        cell(notebook, name).metadata["nbgrader"]["points"] = 0


def another_prefix(notebook):
    cell(notebook, "slope-1").metadata["nbgrader"]["grade_id"] = "rise-1"


def hidden_unsaid(notebook):
    cell(notebook, "slope-2").source = HIDDEN.replace(", hidden=True", "")


def hidden_for_nothing(notebook):
    cell(notebook, "slope-1").source = HIDDEN.rpartition("\n")[2]


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        (HIDDEN, True),
        ('checks.passed(\n    "slope",\n    hidden = True,\n)  # of all', True),
        ('# not hidden=True\nchecks.passed("slope")', False),
        ('checks.passed("hidden=True")', False),
        ('checks.passed("slope", hidden=False)', False),
        ('checks.function(slope, CASES, hidden=True)\nchecks.passed("slope")', False),
        ("", False),
        ("checks.passed(hidden=True", False),
    ],
)
def test_a_check_has_hidden_tests_where_its_last_line_says_so(source, hidden):
    notebook = example()
    cell(notebook, "slope-1").source = source
    assert sets.parse(notebook, "s").questions[0].checks[0].hidden is hidden


FIRST, SECOND = "s.ipynb, question “1. How steep?”: ", "s.ipynb, question “2. Why?”: "
METADATA_NEED = (
    's.ipynb: the metadata need {"sigmoids": {"chapter": "<stem>", "minutes": <number>}}. Add it.'
)
LINES = (
    f"{FIRST}its answer needs the lines ### BEGIN SOLUTION and ### END SOLUTION. "
    "Put them around what learners are to write."
)
HINTS_NEEDED = (
    "needs two hints. Write <details><summary>Hint 1</summary> … </details>, and Hint 2 so, too."
)
HIDDEN_NEEDS = (
    "must end in checks.passed(…, hidden=True) if tests are hidden. "
    "Write both, that and ### BEGIN HIDDEN TESTS, or none."
)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (forget, [METADATA_NEED]),
        (minutes_in_words, [METADATA_NEED]),
        (no_chapter, [METADATA_NEED]),
        (
            drop("setup"),
            ["s.ipynb: no locked setup cell. Begin with one that imports what the checks use."],
        ),
        (twice, ["s.ipynb: the grade_id slope stands twice. Name one of them anew."]),
        (
            two_answers,
            [f"{FIRST}has two cells for the answer. Give each question a heading of its own."],
        ),
        (
            no_kind,
            [
                f'{FIRST}its heading cell needs {{"sigmoids": {{"kind": …}}}}. Name one of '
                "function, repair, derive, predict, estimate, figure, explain."
            ],
        ),
        (without("### BEGIN SOLUTION\n"), [LINES]),
        (without("\n### END SOLUTION"), [LINES]),
        (one_hint, [FIRST + HINTS_NEEDED]),
        (no_hint_to_explain, [SECOND + HINTS_NEEDED]),
        (no_points, [f"{FIRST}has no points. Give its check cells some."]),
        (drop("slope-1", "slope-2"), [f"{FIRST}has no points. Give its check cells some."]),
        (
            another_prefix,
            [
                f"{FIRST}the grade_id rise-1 must begin with that of its answer, slope. "
                "Name it anew."
            ],
        ),
        (hidden_unsaid, [f"{FIRST}slope-2 {HIDDEN_NEEDS}"]),
        (hidden_for_nothing, [f"{FIRST}slope-1 {HIDDEN_NEEDS}"]),
    ],
)
def test_what_a_set_lacks_is_named_with_the_question_and_the_remedy(damage, said):
    notebook = example()
    damage(notebook)
    assert [str(one) for one in sets.complaints(notebook, "s.ipynb")] == said


def test_two_sets_of_one_name_are_refused_since_submissions_tell_them_by_it(tmp_path):
    folder = tmp_path / "solutions"
    for name in ("a", "b", "more/a", "more/c"):
        save(example(), folder / f"{name}.ipynb")
    assert [str(one) for one in sets.clashes(folder)] == [
        "solutions/more/a.ipynb: another set is called a, and a submission tells its set by it. "
        "Rename the file."
    ]


def test_the_sets_of_the_course_are_found_where_they_are():
    assert Path(sets.FOLDER).name in ("exercises", "exercise_sets")
    assert [s.name for s in sets.read_all()] == [s.name for s in sets.read_all(sets.FOLDER)]
    assert len(sets.read_all()) > 10
