"""What a set of exercises is: a notebook in nbgrader's cell format.

Under each `## ` heading stands one question: its statement, hints, one cell for the answer and one
or more cells with checks, which carry the points.
"""

import ast
import dis
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from sigmoids_book import markdown, notebooks
from sigmoids_book.complaint import Complaint, Place

_HERE = Path(__file__).parent
# In the wheel the exercises lie inside the package; in a checkout at its top.
_PACKED = _HERE / "exercise_sets"
FOLDER = _PACKED if _PACKED.is_dir() else _HERE.parent / "exercises"

KINDS = ("function", "repair", "derive", "predict", "estimate", "figure", "explain")
HINT = re.compile(r"Hint \d")  # the title of its fold
# nbgrader's marks.
HIDDEN_BEGIN, HIDDEN_END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
SOLUTION_BEGIN, SOLUTION_END = "### BEGIN SOLUTION", "### END SOLUTION"
MARKS = (HIDDEN_BEGIN, HIDDEN_END, SOLUTION_BEGIN, SOLUTION_END)


class Check(NamedTuple):
    """A cell with checks. `hidden`: the scored version tries more."""

    id: str
    points: int
    source: str
    hidden: bool


class Question(NamedTuple):
    """`id` is that of its answer's cell; a text for self-assessment has no checks."""

    id: str
    title: str
    kind: str
    checks: tuple[Check, ...]
    hints: tuple[str, ...]

    @property
    def points(self) -> int:
        return sum(check.points for check in self.checks)


class ExerciseSet(NamedTuple):
    """One notebook of exercises. `setup`: the source of its locked first cells; `place`: where the
    notebook stands in its folder, without suffix, such as `odds` or `more/odds`."""

    name: str
    place: str
    title: str
    chapter: str
    minutes: int
    setup: tuple[str, ...]
    questions: tuple[Question, ...]

    @property
    def points(self) -> int:
        return sum(question.points for question in self.questions)


def nbgrader(cell: NotebookNode) -> dict:
    """nbgrader's metadata of the cell; empty where it has none."""
    found = cell.metadata.get("nbgrader", {})
    return found if isinstance(found, dict) else {}


def is_check(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(nbgrader(cell).get("grade"))


def is_answer(cell: NotebookNode) -> bool:
    return bool(nbgrader(cell).get("solution"))


def is_setup(cell: NotebookNode) -> bool:
    mark = nbgrader(cell)
    locked = mark.get("locked") and not mark.get("grade") and not mark.get("solution")
    return cell.cell_type == "code" and bool(locked)


def read(path: Path, folder: Path | None = None) -> ExerciseSet:
    """The set in a notebook of `folder`, such as `exercises/`; by default the one it lies in."""
    place = path.relative_to(folder or path.parent).with_suffix("").as_posix()
    return parse(nbformat.read(path, as_version=4), path.stem, place)


def read_all(folder: Path = FOLDER) -> list[ExerciseSet]:
    """Every set, in the order of the alphabet."""
    return [read(path, folder) for path in notebooks.find(folder)]


def clashes(folder: Path) -> list[Complaint]:
    """Sets that have the name of an earlier one in another folder."""
    known, found = set(), []
    for path in notebooks.find(folder):
        if path.stem in known:
            place = Place(f"{folder.name}/{path.relative_to(folder).as_posix()}")
            what = f"another set is called {path.stem}, and a submission tells its set by it."
            found.append(Complaint(place, what, "Rename the file."))
        known.add(path.stem)
    return found


def loaded(source: str) -> set[str]:
    """The names that the code, or a function in it, takes from around it."""
    return set(_loaded(compile(source, "<cell>", "exec")))


def _loaded(code: types.CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_NAME", "LOAD_GLOBAL"):
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _loaded(constant)


def stored(source: str) -> set[str]:
    """The names that the code defines where it stands."""
    return {
        instruction.argval
        for instruction in dis.get_instructions(compile(source, "<cell>", "exec"))
        if instruction.opname in ("STORE_NAME", "STORE_GLOBAL")
    }


def parse(notebook: NotebookNode, name: str, place: str = "") -> ExerciseSet:
    about = notebook.metadata.get("sigmoids", {})
    return ExerciseSet(
        name=name,
        place=place or name,
        title=notebook.cells[0].source.splitlines()[0].removeprefix("# "),
        chapter=about.get("chapter", name),
        minutes=about.get("minutes", 0),
        setup=tuple(cell.source for cell in notebook.cells if is_setup(cell)),
        questions=tuple(_question(cells) for cells in sections(notebook) if _asks(cells)),
    )


def sections(notebook: NotebookNode) -> list[list[NotebookNode]]:
    """The cells under each `## ` heading, the heading's own first."""
    found: list[list[NotebookNode]] = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            found.append([])
        if found:
            found[-1].append(cell)
    return found


def _asks(cells: list[NotebookNode]) -> bool:
    return any(is_answer(cell) for cell in cells)


def _title(cells: list[NotebookNode]) -> str:
    return cells[0].source.splitlines()[0].removeprefix("## ")


def _question(cells: list[NotebookNode]) -> Question:
    answer = next(cell for cell in cells if is_answer(cell))
    text = "\n\n".join(c.source for c in cells if c.cell_type == "markdown" and not is_answer(c))
    return Question(
        id=nbgrader(answer)["grade_id"],
        title=_title(cells),
        kind=cells[0].metadata.get("sigmoids", {}).get("kind", ""),
        checks=tuple(
            Check(nbgrader(c)["grade_id"], nbgrader(c)["points"], c.source, _says_hidden(c.source))
            for c in cells
            if is_check(c)
        ),
        hints=tuple(fold.text for fold in markdown.folds(text) if HINT.fullmatch(fold.summary)),
    )


def _says_hidden(source: str) -> bool:
    """Whether a check ends in `checks.passed(…, hidden=True)`, as learners see it, too."""
    try:
        tree = ast.parse(source)
    except SyntaxError:  # which running the check tells
        return False
    last = tree.body[-1].value if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    return isinstance(last, ast.Call) and any(
        word.arg == "hidden" and isinstance(word.value, ast.Constant) and word.value.value is True
        for word in last.keywords
        if ast.unparse(last.func) == "checks.passed"
    )


def complaints(notebook: NotebookNode, name: str) -> list[Complaint]:
    """What a notebook of `solutions/`, the file `name`, lacks to be an exercise set."""
    found = [Complaint(Place(name), *said) for said in _complaints(notebook)]
    for cells in sections(notebook):
        if _asks(cells):
            place = Place(name, name=_title(cells))
            found += [Complaint(place, *said) for said in _question_complaints(cells)]
    return found


def _complaints(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    """What is wrong with the whole, and the remedy."""
    about = notebook.metadata.get("sigmoids", {})
    if not about.get("chapter") or not isinstance(about.get("minutes"), int):
        needs = '{"sigmoids": {"chapter": "<stem>", "minutes": <number>}}'
        yield f"the metadata need {needs}.", "Add it."
    if not any(is_setup(cell) for cell in notebook.cells):
        yield "no locked setup cell.", "Begin with one that imports what the checks use."
    ids = [nbgrader(c)["grade_id"] for c in notebook.cells if nbgrader(c)]
    for repeated in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"the grade_id {repeated} stands twice.", "Name one of them anew."


def _question_complaints(cells: list[NotebookNode]) -> Iterator[tuple[str, str]]:
    """What is wrong with a question, and the remedy."""
    answers = [cell for cell in cells if is_answer(cell)]
    if len(answers) > 1:
        yield "has two cells for the answer.", "Give each question a heading of its own."
        return
    question, answer = _question(cells), answers[0]
    if question.kind not in KINDS:
        needs = '{"sigmoids": {"kind": …}}'
        yield f"its heading cell needs {needs}.", f"Name one of {', '.join(KINDS)}."
    if SOLUTION_BEGIN not in answer.source or SOLUTION_END not in answer.source:
        remedy = "Put them around what learners are to write."
        yield f"its answer needs the lines {SOLUTION_BEGIN} and {SOLUTION_END}.", remedy
    if len(question.hints) != 2:
        remedy = "Write <details><summary>Hint 1</summary> … </details>, and Hint 2 so, too."
        yield "needs two hints.", remedy
    if question.kind == "explain":
        return
    if not question.points:
        yield "has no points.", "Give its check cells some."
    for check in question.checks:
        if not check.id.startswith(question.id):
            what = f"the grade_id {check.id} must begin with that of its answer, {question.id}."
            yield what, "Name it anew."
        if check.hidden != (HIDDEN_BEGIN in check.source):
            what = f"{check.id} must end in checks.passed(…, hidden=True) if tests are hidden."
            yield what, f"Write both, that and {HIDDEN_BEGIN}, or none."
