"""Score one submission: `score(submission, source, limits)`, bytes in and a plain dict out.

The tests, their points and what they expect come from `source`, never from the submission. They run
here; the learner's cells run in the sandbox, in the learner's order, and a question's checks
together below its answer.

A submission runs first with the tests that learners have anyhow: that gives the messages. Then it
runs with all tests: that gives the points, and no word, name or number of the learner's is kept
from it. So no message can carry a hidden test to its reader, by whatever way a process might leave
something to the next.
"""

import ast
import builtins
import contextlib
import functools
import hashlib
import importlib.metadata
import io
import json
import os
import platform
import re
import secrets
import threading
import time
import warnings
from pathlib import Path
from typing import NamedTuple

import nbformat

from sigmoids import checks, datasets
from sigmoids_book import judge, notebooks, sets
from sigmoids_book.grading import sandbox
from sigmoids_book.grading.output import Folder, Unusable
from sigmoids_book.grading.protocol import MISSING, Channel, Learner, Lost
from sigmoids_book.grading.sandbox import MB, Limits
from sigmoids_book.judge import LOST, Outcome, Step
from sigmoids_book.sets import ExerciseSet

SHARED, BOOK = Path(checks.__file__).parent, Path(__file__).parents[1]  # the two packages
COLD = False  # a new interpreter for each child, rather than a clone of one that has the libraries
LARGEST_NOTEBOOK = 20 * MB
MOST_CELLS = 1000
LONGEST_MARK = 200  # characters of a cell's name
_TRY = "Try large, small and negative numbers, arrays."
HIDDEN_STOPS = f"A test that is not shown here stops with an error. {_TRY}"
HIDDEN_LOST = "A test that is not shown here, or a cell after it, does not come to its end."
HIDDEN_FAILS = f"A test that is not shown here fails. {_TRY}"
# Also where it follows from the answer's own.
_RIGHT_VALUE = re.compile(
    r", and (?:(?!, and ).)*? is right\.(?: Everywhere it is \S+ times what is right\.)?"
)
_STOPS = re.compile(r"`\w+` at an input not shown here stops with \w+\.")
_HIDDEN = re.compile(
    rf"^ *{sets.HIDDEN_BEGIN}$.*?^ *{sets.HIDDEN_END}$\n?", re.MULTILINE | re.DOTALL
)


class SetSource(NamedTuple):
    """One set. `released`: the same without hidden tests; `asked`: by question the names of the
    learner's that its checks use; `modules`: what the setup imports; `together`: what all sets of
    its kind import, those with PyTorch or those without."""

    exercise: ExerciseSet
    released: ExerciseSet
    asked: dict[str, tuple[str, ...]]
    modules: tuple[str, ...]
    together: tuple[str, ...] = ()

    @property
    def heavy(self) -> bool:
        return "torch" in self.modules


class GradingSource(NamedTuple):
    """All sets of a folder of solutions, the checksum of its files, and the secret seed from which
    `checks.draw` has hidden inputs."""

    sets: tuple[SetSource, ...]
    checksum: str
    seed: str


def read_source(folder: Path, seed: str = "") -> GradingSource:
    """The sets in a folder of solutions. Without a seed there is a new one. Raises ValueError where
    there is no set, or no hidden test could be kept from the learners."""
    paths = notebooks.find(folder)
    if not paths:
        raise ValueError(f"{folder} holds no notebook: name the folder of solutions.")
    if within := sandbox.shows(folder):
        raise ValueError(
            f"{folder} lies in {within}, which learners' code can read. Put it elsewhere."
        )
    checksum = hashlib.sha256()
    for path in paths:
        checksum.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    sets = [_set_source(path) for path in paths]
    together = {
        heavy: tuple(dict.fromkeys(m for s in sets if s.heavy == heavy for m in s.modules))
        for heavy in (False, True)
    }
    sets = [s._replace(together=together[s.heavy]) for s in sets]
    return GradingSource(tuple(sets), checksum.hexdigest(), seed or secrets.token_hex(16))


def seed_of(folder: Folder) -> str:
    """The seed of a folder of grades: the environment's SIGMOIDS_SEED, or a new secret that stays
    in the folder, so that a batch that goes on has the same hidden inputs. Raises Unusable."""
    if within := sandbox.shows(folder.path):
        raise Unusable(
            f"{folder.path} lies in {within}, which learners' code can read. Choose another folder."
        )
    if seed := os.environ.get(checks.SEED):
        return seed
    if not folder.has("seed"):
        folder.write("seed", secrets.token_hex(16) + "\n")
    if seed := (folder.read("seed") or "").strip():
        return seed
    raise Unusable(
        f"{folder.path / 'seed'} holds no seed that is surely yours: a plain file is wanted that "
        "this account alone can write to. Put the class's seed back or remove the file; a new seed "
        "scores all anew."
    )


def _set_source(path: Path) -> SetSource:
    notebook = nbformat.read(path, as_version=4)
    exercise = sets.parse(notebook, path.stem)
    if not exercise.questions:
        raise ValueError(f"{path} is no exercise set: no cell is marked as an answer.")
    visible = [
        q._replace(checks=tuple(c._replace(source=_HIDDEN.sub("", c.source)) for c in q.checks))
        for q in exercise.questions
    ]
    return SetSource(
        exercise,
        exercise._replace(questions=tuple(visible)),
        _asked(notebook, exercise),
        _modules("\n".join(exercise.setup)),
    )


def _asked(notebook: nbformat.NotebookNode, exercise: ExerciseSet) -> dict[str, tuple[str, ...]]:
    """By question the names in its checks that, where they stand, an answer's cell has defined."""
    question_of = {check.id: q.id for q in exercise.questions for check in q.checks}
    answered: set[str] = set()
    asked: dict[str, set[str]] = {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        question = question_of.get(sets.nbgrader(cell).get("grade_id"))
        if question:
            used = sets.loaded(cell.source)
            asked.setdefault(question, set()).update(used & answered)
        stored = sets.stored(cell.source)
        answered = answered | stored if sets.is_answer(cell) else answered - stored
    return {question: tuple(sorted(names)) for question, names in asked.items()}


def _modules(setup: str) -> tuple[str, ...]:
    """The modules that the source imports, at any depth of its blocks."""
    found = []
    for node in ast.walk(ast.parse(setup)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return tuple(dict.fromkeys(found))


# NumPy's and warnings' settings are the process's: one submission at a time.
_ONE = threading.Lock()


def score(
    submission: bytes,
    source: GradingSource,
    limits: Limits = Limits(),  # noqa: B008 (a tuple)
    *,
    unsafe: bool = False,
) -> dict:
    """Points and messages of one notebook. Never raises for what stands in it."""
    began = time.monotonic()
    with _ONE, checks.seeded(source.seed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            notebook, found = read(submission, source)
            result = _scored(notebook, found, limits, unsafe)
        except judge.Unreadable as reason:
            result = unread(str(reason))
    return {
        **result,
        "isolated": not unsafe,
        "seconds": round(time.monotonic() - began, 3),
        "limits": limits._asdict(),
        "versions": versions(),
        "source": source.checksum,
        "submission": hashlib.sha256(submission).hexdigest(),
    }


def read(submission: bytes, source: GradingSource) -> tuple[nbformat.NotebookNode, SetSource]:
    """The notebook, and the set that it answers. Raises Unreadable."""
    path = Path("The file")
    if len(submission) > LARGEST_NOTEBOOK:
        raise judge.Unreadable(f"{path} is larger than {LARGEST_NOTEBOOK // MB} MB.")
    try:
        notebook = judge.parse(_bare(submission, path), path)
        exercise = judge.set_of(notebook, path, [s.exercise for s in source.sets])
        judge.plan(notebook, exercise)
    except judge.Unreadable:
        raise
    except Exception as error:  # of a structure that no notebook has
        raise judge.Unreadable(
            f"{path} is not a notebook that can be read: {type(error).__name__}."
        ) from None
    return notebook, next(s for s in source.sets if s.exercise is exercise)


def _bare(submission: bytes, path: Path) -> bytes:
    """The notebook with what scoring reads alone: the kinds and sources of cells, nbgrader's marks.
    nbformat takes minutes to say all that is wrong with a file that was made to be wrong."""
    try:
        notebook = json.loads(submission.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return submission  # `parse` says what it is
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise judge.Unreadable(
            f"{path} is not a notebook of version 4: it has no list of cells. Open it in Jupyter "
            "and save it anew."
        )
    if len(cells) > MOST_CELLS:
        raise judge.Unreadable(f"{path} has more than {MOST_CELLS} cells.")
    kept = []
    for cell in cells:
        kind, source, marks = cell["cell_type"], cell["source"], cell.get("metadata", {})
        if isinstance(source, list):
            source = "".join(source)
        if kind not in ("code", "markdown", "raw") or not isinstance(source, str):
            raise TypeError("a cell")
        cell = {"cell_type": kind, "source": source}
        cell["metadata"] = {"nbgrader": _mark(marks["nbgrader"])} if "nbgrader" in marks else {}
        kept.append(cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}))
    major = notebook.get("nbformat")
    version = {"nbformat": major if isinstance(major, int) else None, "nbformat_minor": 4}
    return json.dumps({**version, "metadata": {}, "cells": kept}).encode()


def _mark(mark: object) -> dict:
    """Of nbgrader's mark what scoring reads. A learner can write anything there."""
    if not isinstance(mark, dict):
        return {}
    kept = {name: bool(mark.get(name)) for name in ("grade", "solution", "locked")}
    name = mark.get("grade_id", "")
    if not isinstance(name, str):
        raise TypeError("a mark")
    return kept | ({"grade_id": name} if len(name) <= LONGEST_MARK else {})


def set_name(submission: bytes, source: GradingSource) -> str:
    """The set that a notebook answers; empty where it cannot be read."""
    try:
        return read(submission, source)[1].exercise.name
    except judge.Unreadable:
        return ""


def unread(reason: str) -> dict:
    """The result of what cannot be scored."""
    return {
        **{"set": "", "title": "", "points": 0, "possible": 0, "status": "unreadable"},
        **{"message": _shown(reason), "questions": [], "troubles": []},
    }


def _scored(
    notebook: nbformat.NotebookNode, source: SetSource, limits: Limits, unsafe: bool
) -> dict:
    limits = _widened(limits) if source.heavy else limits

    def run(exercise: ExerciseSet, texts: bool, without: frozenset[int]) -> judge.Report:
        names, until = _after_setup(source.exercise), time.monotonic() + limits.total
        kernel = functools.partial(_Kernel, source, names, limits, until, texts, unsafe)
        return judge.judge(notebook, Path("notebook"), exercise, kernel, without)

    told = run(source.released, True, frozenset())
    # What did not come to its end is not tried again.
    scored = run(source.exercise, False, told.lost)
    outcomes = [
        t._replace(check=s.check) if t.error == LOST else s
        for t, s in zip(told.outcomes, scored.outcomes, strict=True)
    ]
    of_released = {o.check.id: o for o in told.outcomes}
    questions = [
        _question(q, [o for o in outcomes if o.question.id == q.id], of_released)
        for q in source.exercise.questions
        if q.points
    ]
    return {
        "set": source.exercise.name,
        "title": source.exercise.title,
        "points": sum(q["points"] for q in questions),
        "possible": source.exercise.points,
        "status": "scored",
        "message": "",
        "questions": questions,
        "troubles": [_shown(t) for t in told.troubles],
    }


def _widened(limits: Limits) -> Limits:
    """For sets that train with PyTorch."""
    return limits._replace(
        seconds=3 * limits.seconds, total=3 * limits.total, memory=2 * limits.memory
    )


def _question(
    question: sets.Question, outcomes: list[Outcome], of_released: dict[str, Outcome]
) -> dict:
    told = dict.fromkeys(_message(o, of_released[o.check.id]) for o in outcomes if o.error)
    points = sum(o.points for o in outcomes if not o.error)
    return {
        "id": question.id,
        "title": question.title,
        "points": points,
        "possible": question.points,
        "status": _status(points, question.points, outcomes, list(told)),
        "message": " ".join(told),
        "lost": [o.check.id for o in outcomes if o.error],
    }


def _message(outcome: Outcome, released: Outcome) -> str:
    """What the learner is told of a check that is lost."""
    # Feedback goes around in a class: it says what is wrong, and not which value is right.
    told = _RIGHT_VALUE.sub(": that is not right.", released.message)
    return _shown(told or _without_hidden(outcome))


def _without_hidden(outcome: Outcome) -> str:
    """Of a hidden test: the message where it stands word for word among the check's, for it is then
    a misconception's; else one of three sentences, which the learner's code cannot fill."""
    if outcome.error == LOST:
        return HIDDEN_LOST
    strings = {
        node.value
        for node in ast.walk(ast.parse(outcome.check.source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    if outcome.message in strings:
        return outcome.message
    stops = outcome.error != "Wrong" or _STOPS.fullmatch(outcome.message)
    return HIDDEN_STOPS if stops else HIDDEN_FAILS


def _status(points: int, possible: int, outcomes: list[Outcome], messages: list[str]) -> str:
    if points == possible:
        return "right"
    if any(o.error == LOST for o in outcomes):
        return "stopped"
    if points:
        return "partly"
    blank = all("not answered yet" in m or "returns nothing yet" in m for m in messages)
    return "unanswered" if blank else "wrong"


def _shown(text: str) -> str:
    """A line that any file can hold."""
    text = text.encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else " " for c in text)[:500]


@functools.lru_cache(maxsize=32)
def _setup(sources: tuple[str, ...]) -> dict:
    names: dict = {"__name__": "checks"}
    for text in sources:
        exec(compile(text, "<setup>", "exec"), names)
    return names


def _after_setup(exercise: ExerciseSet) -> dict:
    # No check prints: scores come out of this process as a value alone.
    return {**_setup(exercise.setup), "print": lambda *_, **__: None}


@functools.lru_cache(maxsize=1024)
def _compiled(source: str):
    return compile(source, "<check>", "exec")


class _Kernel:
    """Cells in the sandbox, checks here; as `judge.judge` wants it."""

    def __init__(
        self,
        source: SetSource,
        names: dict,
        limits: Limits,
        until: float,
        texts: bool,
        unsafe: bool,
    ):
        self.source, self.names, self.limits = source, names, limits
        self.until, self.texts, self.unsafe = until, texts, unsafe
        self.question_of = {c.id: q.id for q in source.exercise.questions for c in q.checks}
        self.process, self.lost = None, ""

    def __enter__(self) -> "_Kernel":
        return self

    def __exit__(self, *error) -> None:
        if self.process:
            self.process.end()

    def seconds(self) -> float:
        """What a request may take."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise Lost(f"came too late: the notebook's {self.limits.total:g} s are over.")
        return min(left, self.limits.seconds)

    def run(self, step: Step) -> tuple[str, str]:
        try:
            self.seconds()
            if not self.process:
                self.process = sandbox.start(
                    self.source.modules,
                    self.limits,
                    self.source.together,
                    unsafe=self.unsafe,
                    cold=COLD,
                )
                channel = Channel(self.process, self.limits)
                self.learner = Learner(channel, self.seconds, texts=self.texts)
            if step.check:
                return self._check(step.check)
            if not step.number:
                return self._set_up(step.source)
            return self.learner.run(step.source)
        except Lost as lost:
            self.lost = str(lost)
        return "", ""

    def _set_up(self, source: str) -> tuple[str, str]:
        """The course's own imports: what they take is no learner's time."""
        began = time.monotonic()
        found = self.learner.run(source, sandbox.PATIENCE)
        self.until += time.monotonic() - began
        return found

    def _check(self, check: sets.Check) -> tuple[str, str]:
        try:
            for name in self.source.asked.get(self.question_of[check.id], ()):
                answer = self.learner.name(name)
                if answer is MISSING:
                    self.names.pop(name, None)
                else:
                    self.names[name] = answer
            with contextlib.redirect_stdout(io.StringIO()):
                exec(_compiled(check.source), self.names)
        except checks.Wrong as wrong:
            return "Wrong", str(wrong)
        except Exception as error:
            kind = type(error).__name__ if hasattr(builtins, type(error).__name__) else "Exception"
            return kind, (str(error).splitlines() or [""])[0][:300]
        return "", ""


@functools.cache
def versions() -> dict[str, str]:
    names = ("sigmoids", "numpy", "scipy", "sympy", "torch", "matplotlib")
    found = {"python": platform.python_version()}
    for name in names:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


@functools.cache
def code(shared: Path = SHARED, book: Path = BOOK) -> str:
    """The checksum of what scores: the two packages and their data, as far as learners' code or
    the checks can use them. The site is left out, and what collects and reports."""
    checksum = hashlib.sha256()
    others = ("cli", "lab", "release")
    others += tuple(f"grading/{n}" for n in ("batch", "collect", "output", "reports", "workers"))
    elsewhere = {book / f"{name}.py" for name in others} | {*book.glob("site/**/*.py")}
    paths = [p for folder in (shared, book) for p in folder.rglob("*.py")]
    paths += book.rglob("*.csv")  # refused_calls.csv
    paths += [p for p in datasets.FOLDER.rglob("*") if p.is_file()]
    for path in sorted({*paths} - elsewhere):
        checksum.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return checksum.hexdigest()


def key(submission: bytes, source: GradingSource, limits: Limits, *, unsafe: bool) -> str:
    """What a result is kept under: it depends on nothing else."""
    about = json.dumps([code(), source.checksum, source.seed, limits, unsafe, versions()])
    return hashlib.sha256(about.encode() + b"\0" + submission).hexdigest()
