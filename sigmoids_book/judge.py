"""Run a learner's copy of an exercise set, with the checks of the course, and say what came of it.

The learner's cells run in a kernel of their own, in a folder that is thrown away, in the order of
the learner's file; the checks are those of the course, wherever the learner's copies of them went,
and a question's checks run together, in the course's order.
Nothing is written to the learner's file.
"""

import ast
import builtins
import functools
import json
import re
from collections.abc import Callable, Iterator, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from sigmoids_book import notebooks, sets
from sigmoids_book.kernel import LOST, UNFINISHED, WRONG, Error, JupyterKernel, Kernel, Lost
from sigmoids_book.sets import Check, ExerciseSet, Question


class Unreadable(ValueError):
    """The file is no exercise notebook of this course; the message says why."""


class Outcome(NamedTuple):
    """Of one check; `message` is empty where it passed. `error`: what stopped it."""

    question: Question
    check: Check
    message: str
    error: Error = Error()

    @property
    def points(self) -> int:
        return 0 if self.message else self.check.points


class Verdict(NamedTuple):
    """What came of a plan. `troubles`: cells that stopped, stalled or ended Python; `lost`: the
    steps after which a new kernel was needed."""

    outcomes: tuple[Outcome, ...]
    troubles: tuple[str, ...]
    lost: frozenset[int] = frozenset()


class Report(NamedTuple):
    """A learner's file, the set that it answers, and what came of it, as in Verdict."""

    path: Path
    set: ExerciseSet
    outcomes: tuple[Outcome, ...]
    troubles: tuple[str, ...]
    lost: frozenset[int] = frozenset()

    @property
    def points(self) -> int:
        return sum(outcome.points for outcome in self.outcomes)


class Step(NamedTuple):
    """A cell to run: `number` is that of the learner's cell, `check` that of the course."""

    source: str
    number: int = 0
    answer: str = ""
    check: Check | None = None


OpenKernel = Callable[[], AbstractContextManager[Kernel]]


def read(path: Path) -> NotebookNode:
    """The learner's notebook, whatever its version. Raises Unreadable."""
    try:
        if path.exists() and not path.is_file():  # to read a named pipe would wait for ever
            raise Unreadable(f"{path} is not a file: name a notebook, or the folder it is in.")
        notebook = parse(path.read_bytes(), path)
    except FileNotFoundError:
        raise Unreadable(f"{path}: there is no such file.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from None
    _refuse(notebook, path, _half)  # scoring, which starts no kernel of Jupyter's, can run them
    return notebook


def parse(content: bytes, path: Path) -> NotebookNode:
    """The notebook in a file's content. Raises Unreadable, with `path` for a name."""
    try:
        notebook = nbformat.reads(content.decode("utf-8-sig"), as_version=4)
    except (nbformat.reader.NotJSONError, UnicodeDecodeError, json.JSONDecodeError):
        raise Unreadable(f"{path} is not a notebook: its text is not JSON.") from None
    except Exception as error:  # nbformat raises many kinds on malformed input
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise Unreadable(f"{path} is not a notebook that can be read: {reason}.") from None
    _refuse(notebook, path, _damage)
    return notebook


def _refuse(notebook: NotebookNode, path: Path, fault: Callable[[NotebookNode], str]) -> None:
    for number, cell in enumerate(notebook.cells, 1):
        if reason := fault(cell):
            raise Unreadable(
                f"{path} is not a notebook that can be read: its cell {number} {reason}. Open it "
                "in Jupyter, delete the cell and save; or start from a new copy."
            )


def _damage(cell: NotebookNode) -> str:
    """What nbformat lets pass and nothing can run; empty where nothing is wrong."""
    if not isinstance(cell.get("cell_type"), str):
        return "has no type"
    if not isinstance(cell.get("source"), str):
        return "has no text"
    if not isinstance(cell.get("metadata"), dict):
        return "has no metadata"
    return ""


def _half(cell: NotebookNode) -> str:
    """What no kernel can be sent; empty where nothing is wrong."""
    return "holds half a character" if re.search("[\ud800-\udfff]", cell.source) else ""


def set_of(notebook: NotebookNode, path: Path, course: list[ExerciseSet]) -> ExerciseSet:
    """The set that most of the notebook's marked cells belong to. Raises Unreadable."""
    marks = {str(sets.nbgrader(cell).get("grade_id")) for cell in notebook.cells}
    shared = {
        s.name: len(marks & {i for q in s.questions for i in (q.id, *(c.id for c in q.checks))})
        for s in course
    }
    best = max(course, key=lambda s: (shared[s.name], s.name == path.stem), default=None)
    if best is None or not shared[best.name]:
        raise Unreadable(
            f"{path} is not an exercise of this course: no cell is marked as the answer to one of "
            "its questions. Start from a new copy of the exercise."
        )
    return best


def plan(notebook: NotebookNode, exercise: ExerciseSet) -> list[Step]:
    """What is run: the course's setup, then the learner's cells in their order. All checks of a
    question, also those that the learner deleted, run in the course's order at one place."""
    at = _places(notebook, exercise)
    checks, answers = _question_of_check(exercise), {q.id for q in exercise.questions}
    steps = [Step(source) for source in exercise.setup]
    for index, cell in enumerate(notebook.cells):
        steps += _checks(exercise, at, index)
        if cell.cell_type == "code" and not sets.is_setup(cell):
            mark = _mark(cell)
            if not sets.is_check(cell) and mark not in checks:
                steps.append(Step(cell.source, index + 1, mark if mark in answers else ""))
    return steps + _checks(exercise, at, len(notebook.cells))


def with_checks_of(exercise: ExerciseSet, steps: list[Step]) -> list[Step]:
    """A plan for another edition of its set, in which some checks hold other tests."""
    of = {check.id: check for question in exercise.questions for check in question.checks}
    return [Step(of[s.check.id].source, check=of[s.check.id]) if s.check else s for s in steps]


def _checks(exercise: ExerciseSet, at: dict[str, int], index: int) -> list[Step]:
    return [
        Step(c.source, check=c) for q in exercise.questions if at[q.id] == index for c in q.checks
    ]


def _places(notebook: NotebookNode, exercise: ExerciseSet) -> dict[str, int]:
    """By question the index of the cell before which its checks run: where the first of them stands
    below the answer. Where none does, all are deleted or moved up, and the question's section
    decides: it ends at the next cell that is marked as another question's."""
    asked = {q.id: q.id for q in exercise.questions} | _question_of_check(exercise)
    owner = [asked.get(_mark(cell), "") for cell in notebook.cells]
    found = {}
    for question in exercise.questions:
        own = [i for i, name in enumerate(owner) if name == question.id]
        answers = [i for i in own if _mark(notebook.cells[i]) == question.id]
        first, last = (answers[0], answers[-1]) if answers else (-1, len(owner))
        below = [i for i in own if i > first and i not in answers]
        others = [i for i, name in enumerate(owner) if i > last and name not in ("", question.id)]
        found[question.id] = min(below or others or [len(owner)])
    return found


def _question_of_check(exercise: ExerciseSet) -> dict[str, str]:
    return {check.id: q.id for q in exercise.questions for check in q.checks}


def _mark(cell: NotebookNode) -> str:
    """What a cell of code is marked as: a copy of the course's mark, or nothing that is known."""
    mark = sets.nbgrader(cell).get("grade_id") if cell.cell_type == "code" else ""
    return mark if isinstance(mark, str) else ""


def examine(path: Path, course: list[ExerciseSet], seconds: float = 30) -> Report:
    """Run the notebook; a cell may take `seconds`. Raises Unreadable."""
    notebook = read(path)
    exercise = set_of(notebook, path, course)
    before = {c.id: _before(exercise, q, c) for q in exercise.questions for c in q.checks}
    steps, open_kernel = plan(notebook, exercise), functools.partial(JupyterKernel, seconds)
    # In a thread of its own: the caller's may run a loop of events, as Jupyter's does.
    with ThreadPoolExecutor(1) as thread:
        verdict = thread.submit(judge, steps, exercise, open_kernel, before=before).result()
    return Report(path, exercise, *verdict)


def judge(
    steps: list[Step],
    exercise: ExerciseSet,
    open_kernel: OpenKernel,
    without: Set[int] = frozenset(),
    before: dict[str, str] | None = None,
) -> Verdict:
    """Run a plan for `exercise`, `without` some of its steps. `before`: what a new kernel is told
    before it goes on with a check, by the check's id."""
    errors, troubles, lost = _run(steps, open_kernel, without, before or {})
    broken = {
        step.answer: trouble
        for step in steps
        if (trouble := troubles.get(step.number)) and step.answer
    }
    outcomes = tuple(
        Outcome(question, check, _explain(error, question, broken), error)
        for question in exercise.questions
        for check in question.checks
        for error in [_error_of(check, question, errors)]
    )
    lines = (f"Cell {number} {trouble}" for number, trouble in sorted(troubles.items()) if number)
    return Verdict(outcomes, tuple(lines), lost)


def _error_of(check: Check, question: Question, errors: dict[str, Error]) -> Error:
    """A check that lacks a name which a lost one was to define is lost with it."""
    error = errors.get(check.id, Error())
    if error.kind == "NameError" and (missing := re.search(r"name '(\w+)'", error.text)):
        for earlier in question.checks[: question.checks.index(check)]:
            lost = errors.get(earlier.id, Error())
            if lost.kind == LOST and missing[1] in sets.stored(earlier.source):
                return lost
    return error


def _before(exercise: ExerciseSet, question: Question, check: Check) -> str:
    """Of the question's earlier checks the statements that need nothing of the learner's. They
    define names that the check uses, such as a table of mistakes, and call no answer."""
    known = set(dir(builtins))
    for source in exercise.setup:
        known |= sets.stored(source)
    kept = []
    for earlier in question.checks[: question.checks.index(check)]:
        for statement in ast.parse(earlier.source).body:
            source = ast.unparse(statement)
            if sets.loaded(source) <= known | sets.stored(source):
                known |= sets.stored(source)
                kept.append(source)
    return "\n".join(kept)


def _explain(error: Error, question: Question, broken: dict[str, str]) -> str:
    kind, text = error.kind, error.text
    if kind in ("", WRONG, LOST):
        return text
    if kind == UNFINISHED:
        return (
            "The check did not reach its end, and no error was shown. Does a cell change how "
            "errors are shown? Take it out."
        )
    if question.id in broken:
        return f"Its cell {broken[question.id]}"
    if kind == "NameError" and (missing := re.search(r"name '(\w+)'", text)):
        return (
            f"`{missing[1]}` is not defined where its check stands. Keep the name that the "
            "question gives, in a cell above the check."
        )
    return f"The check stops with {kind}: {text}"


def _run(
    steps: list[Step], open_kernel: OpenKernel, without: Set[int], before: dict[str, str]
) -> tuple[dict[str, Error], dict[int, str], frozenset[int]]:
    """By check its error; by cell its trouble; and the steps that ended a kernel."""
    errors: dict[str, Error] = {}
    troubles: dict[int, str] = {}
    lost, begin = set(without), 0
    while begin < len(steps):
        # A new kernel replays the cells so far, without those that ended one.
        again = [i for i in range(begin) if i not in lost and not steps[i].check]
        new = [i for i in range(begin, len(steps)) if i not in lost]
        with open_kernel() as kernel:
            for index in (*again, *new):
                step = steps[index]
                try:
                    if index == begin > 0 and step.check and (source := before.get(step.check.id)):
                        kernel.run(source)
                    error = _do(kernel, step)
                except Lost as reason:
                    _note_lost(step, str(reason), errors, troubles)
                    lost.add(index)
                    begin = max(begin, index + 1)
                    break
                if index >= begin:
                    _note(step, error, errors, troubles)
            else:
                begin = len(steps)
    return errors, troubles, frozenset(lost)


def _do(kernel: Kernel, step: Step) -> Error:
    if step.check:
        return kernel.check(step.check)
    return kernel.run(step.source) if step.number else kernel.set_up(step.source)


def _note(step: Step, error: Error, errors: dict[str, Error], troubles: dict[int, str]) -> None:
    if step.check:
        errors[step.check.id] = error
    elif error:
        text = f": {error.text}" if error.text else ""
        troubles[step.number] = f"stops with {error.kind}{text}"


def _note_lost(step: Step, reason: str, errors: dict[str, Error], troubles: dict[int, str]) -> None:
    if step.check:
        errors[step.check.id] = Error(LOST, f"The answer {reason}")
    else:
        troubles[step.number] = reason


def notebooks_in(paths: list[Path]) -> Iterator[Path]:
    """The named notebooks, and those in the named folders."""
    for path in paths:
        if path.is_dir():
            yield from notebooks.find(path, templates=True)
        else:
            yield path
