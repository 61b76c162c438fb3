"""The exercise sets: read one, and write `exercises/` anew from `solutions/`.

    python -m sigmoids.exercises [--check]

writes `exercises/<name>.ipynb` for every `solutions/<name>.ipynb` with nbgrader's own
preprocessors: no answer, no hidden test and no output is left. Doing it again changes no byte.
`--check` writes nothing and names what is out of date or malformed.

A set is a notebook in nbgrader's cell format. Under each `## ` heading stands one question: its
statement, hints, one cell for the answer and one or more cells with checks, which carry the points.
"""

import argparse
import dis
import logging
import re
import sys
import types
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from sigmoids import check_cells, terminal

_HERE = Path(__file__).parent
# In the wheel the exercises lie inside the package; in a checkout at its top.
_PACKED = _HERE / "exercise_sets"
FOLDER = _PACKED if _PACKED.is_dir() else _HERE.parent / "exercises"

KINDS = ("function", "repair", "derive", "predict", "estimate", "figure", "explain")
HINT = re.compile(r"<details><summary>Hint \d</summary>\s*(.*?)\s*</details>", re.DOTALL)
HIDDEN_BEGIN, HIDDEN_END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
SOLUTION_BEGIN, SOLUTION_END = "### BEGIN SOLUTION", "### END SOLUTION"
ANSWER_HERE = "# Your code here"
TEXT_HERE = "*Your answer here*"


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
    """One notebook of exercises. `setup`: the source of its locked first cells."""

    name: str
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


def read(path: Path) -> ExerciseSet:
    """The set in a notebook of `exercises/` or `solutions/`."""
    return parse(nbformat.read(path, as_version=4), path.stem)


def read_all(folder: Path = FOLDER) -> list[ExerciseSet]:
    """Every set, in the order of the alphabet."""
    return [read(path) for path in sorted(folder.glob("*.ipynb"))]


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


def parse(notebook: NotebookNode, name: str) -> ExerciseSet:
    about = notebook.metadata.get("sigmoids", {})
    return ExerciseSet(
        name=name,
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


def _question(cells: list[NotebookNode]) -> Question:
    answer = next(cell for cell in cells if is_answer(cell))
    text = "\n\n".join(c.source for c in cells if c.cell_type == "markdown" and not is_answer(c))
    return Question(
        id=nbgrader(answer)["grade_id"],
        title=cells[0].source.splitlines()[0].removeprefix("## "),
        kind=cells[0].metadata.get("sigmoids", {}).get("kind", ""),
        checks=tuple(
            Check(
                nbgrader(c)["grade_id"], nbgrader(c)["points"], c.source, "hidden=True" in c.source
            )
            for c in cells
            if is_check(c)
        ),
        hints=tuple(HINT.findall(text)),
    )


def release(notebook: NotebookNode) -> NotebookNode:
    """What the learner gets: without answers, hidden tests and outputs; nbgrader makes it."""
    from nbgrader import preprocessors as steps
    from traitlets.config import Config

    config = Config()
    config.ClearSolutions.code_stub = {"python": ANSWER_HERE}
    config.ClearSolutions.text_stub = TEXT_HERE
    order = [
        steps.LockCells,
        steps.ClearSolutions,
        steps.ClearOutput,
        steps.CheckCellMetadata,
        steps.ClearHiddenTests,
        steps.ClearMarkScheme,
        steps.ComputeChecksums,
        steps.CheckCellMetadata,
    ]
    released, resources = deepcopy(notebook), {"nbgrader": {}, "metadata": {}}
    for cell in filter(is_answer, released.cells):
        cell.metadata.pop("mystnb", None)  # its figure's alternative text, which tells the answer
    for cell in filter(is_check, released.cells):
        cell.source = f"{check_cells.MARK}\n{cell.source}"
    for step in order:
        released, resources = step(config=config, log=_LOG).preprocess(released, resources)
    return released


_LOG = logging.getLogger("sigmoids.exercises")


def text_of(notebook: NotebookNode) -> str:
    return nbformat.writes(notebook, version=4).rstrip("\n") + "\n"


def outdated(root: Path) -> Iterator[tuple[Path, str | None]]:
    """Files of `exercises/` that are not what `solutions/` gives, with the text they should have;
    None for a file that has no source."""
    sources = {path.name: path for path in sorted((root / "solutions").glob("*.ipynb"))}
    for name, source in sources.items():
        path = root / "exercises" / name
        text = text_of(release(nbformat.read(source, as_version=4)))
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text
    for path in sorted((root / "exercises").glob("*.ipynb")):
        if path.name not in sources:
            yield path, None


def complaints(notebook: NotebookNode, name: str) -> list[str]:
    """What a notebook of `solutions/` lacks to be an exercise set, each with cell and remedy."""
    return [f"{name}{what}" for what in _complaints(notebook)]


def _complaints(notebook: NotebookNode) -> Iterator[str]:
    about = notebook.metadata.get("sigmoids", {})
    if not about.get("chapter") or not isinstance(about.get("minutes"), int):
        yield ': the metadata need {"sigmoids": {"chapter": "<stem>", "minutes": <number>}}.'
    if not any(is_setup(cell) for cell in notebook.cells):
        yield ": no locked setup cell. Begin with one that imports what the checks use."
    ids = [nbgrader(c)["grade_id"] for c in notebook.cells if nbgrader(c)]
    for repeated in sorted({i for i in ids if ids.count(i) > 1}):
        yield f": the grade_id {repeated} stands twice. Name one of them anew."
    for cells in sections(notebook):
        if _asks(cells):
            place = f", question “{cells[0].source.splitlines()[0].removeprefix('## ')}”"
            for what in _question_complaints(cells):
                yield f"{place}: {what}"


def _question_complaints(cells: list[NotebookNode]) -> Iterator[str]:
    answers = [cell for cell in cells if is_answer(cell)]
    if len(answers) > 1:
        yield "has two cells for the answer. Give each question a heading of its own."
        return
    question, answer = _question(cells), answers[0]
    if question.kind not in KINDS:
        yield f'its heading cell needs {{"sigmoids": {{"kind": …}}}}, one of {", ".join(KINDS)}.'
    if SOLUTION_BEGIN not in answer.source or SOLUTION_END not in answer.source:
        yield f"its answer needs the lines {SOLUTION_BEGIN} and {SOLUTION_END}."
    if len(question.hints) != 2:
        yield "needs two hints, <details><summary>Hint 1</summary> and Hint 2."
    if question.kind == "explain":
        return
    if not question.points:
        yield "has no points. Give its check cells some."
    for check in question.checks:
        if not check.id.startswith(question.id):
            yield f"the grade_id {check.id} must begin with that of its answer, {question.id}."
        if check.hidden != (HIDDEN_BEGIN in check.source):
            yield f"{check.id} must end in checks.passed(…, hidden=True) if tests are hidden."


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m sigmoids.exercises",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing, list what is wrong")
    options = parser.parse_args(arguments)
    root = Path.cwd()
    found = []
    for path in sorted((root / "solutions").glob("*.ipynb")):
        found += complaints(nbformat.read(path, as_version=4), f"solutions/{path.name}")
    for path, text in outdated(root):
        name = f"exercises/{path.name}"
        if options.check:
            found.append(f"{name} is not what solutions/ gives. Run `make exercises`.")
        elif text is None:
            path.unlink()
            print(f"{name} removed: it has no source in solutions/")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{name} written")
    print(*found, sep="\n", file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
