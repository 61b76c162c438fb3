"""Score one submission: `score(submission, source, limits)`, bytes in and a plain dict out.

The tests, their points and what they expect come from `source`, never from the submission. They run
here; the learner's cells run in the sandbox, in the learner's order, each check where it stands.

A submission runs once with all tests: that gives the points, and no word of the learner's code is
kept from it. Where points are lost it runs once more with the tests that learners have anyhow: that
gives the messages. So no message can carry a hidden test to its reader.
"""

import ast
import builtins
import contextlib
import dis
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
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat

from sigmoids import checks, exercises, feedback
from sigmoids.exercises import ExerciseSet
from sigmoids.feedback import LOST, Outcome, Step
from sigmoids.grading import sandbox
from sigmoids.grading.protocol import MISSING, Channel, Learner, Lost
from sigmoids.grading.sandbox import MB, Limits

COLD = False  # a new interpreter for each child, rather than a clone of one that has the libraries
FORMAT = 1  # of the results: those of another are not taken up again
LARGEST_NOTEBOOK = 20 * MB
MOST_CELLS = 1000
HIDDEN_FAILS = "A test that is not shown here fails. Try large, small and negative numbers, arrays."
_HIDDEN = re.compile(
    rf"^ *{exercises.HIDDEN_BEGIN}$.*?^ *{exercises.HIDDEN_END}$\n?", re.MULTILINE | re.DOTALL
)


class SetSource(NamedTuple):
    """One set. `released`: the same without hidden tests; `asked`: by question the names of the
    learner's that its checks use; `modules`: what the setup imports."""

    exercise: ExerciseSet
    released: ExerciseSet
    asked: dict[str, tuple[str, ...]]
    modules: tuple[str, ...]

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
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise ValueError(f"{folder} holds no notebook: name the folder of solutions.")
    within = [str(p) for p in sandbox.mounted() if folder.resolve().is_relative_to(p.resolve())]
    if within:
        raise ValueError(
            f"{folder} lies in {within[0]}, which learners' code can read. Put it elsewhere."
        )
    checksum = hashlib.sha256()
    for path in paths:
        checksum.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    sets = tuple(_set_source(path) for path in paths)
    return GradingSource(sets, checksum.hexdigest(), seed or secrets.token_hex(16))


def seed_of(out: Path) -> str:
    """The seed of a folder of grades: the environment's SIGMOIDS_SEED, or a new secret that stays
    in the folder, so that a batch that goes on has the same hidden inputs. Raises OSError, and
    ValueError where the folder's seed is empty."""
    if seed := os.environ.get(checks.SEED):
        return seed
    path = out / "seed"
    out.mkdir(parents=True, exist_ok=True)
    # One call makes the file with its text or fails: a link, or another run's file, stays as it is.
    part = path.with_name(f".seed.{secrets.token_hex(8)}")
    part.touch(mode=0o600, exist_ok=False)
    try:
        part.write_text(secrets.token_hex(16) + "\n", encoding="ascii")
        with contextlib.suppress(FileExistsError):
            os.link(part, path)
    finally:
        part.unlink()
    if not (seed := path.read_text(encoding="ascii").strip()):
        raise ValueError(f"{path} holds no seed. Remove it: then there is a new one.")
    return seed


def _set_source(path: Path) -> SetSource:
    notebook = nbformat.read(path, as_version=4)
    exercise = exercises.parse(notebook, path.stem)
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
        question = question_of.get(exercises.nbgrader(cell).get("grade_id"))
        if question:
            used = set(_globals(compile(cell.source, "<cell>", "exec")))
            asked.setdefault(question, set()).update(used & answered)
        stored = {
            i.argval
            for i in dis.get_instructions(compile(cell.source, "<cell>", "exec"))
            if i.opname in ("STORE_NAME", "STORE_GLOBAL")
        }
        answered = answered | stored if exercises.is_answer(cell) else answered - stored
    return {question: tuple(sorted(names)) for question, names in asked.items()}


def _globals(code: types.CodeType) -> Iterator[str]:
    """The names that the code, or a function in it, takes from around it."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_NAME", "LOAD_GLOBAL"):
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _globals(constant)


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
        except feedback.Unreadable as reason:
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
        raise feedback.Unreadable(f"{path} is larger than {LARGEST_NOTEBOOK // MB} MB.")
    try:
        notebook = feedback.parse(_bare(submission, path), path)
        exercise = feedback.set_of(notebook, path, [s.exercise for s in source.sets])
        feedback.plan(notebook, exercise)
    except feedback.Unreadable:
        raise
    except Exception as error:  # of a structure that no notebook has
        raise feedback.Unreadable(
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
        raise feedback.Unreadable(
            f"{path} is not a notebook of version 4: it has no list of cells. Open it in Jupyter "
            "and save it anew."
        )
    if len(cells) > MOST_CELLS:
        raise feedback.Unreadable(f"{path} has more than {MOST_CELLS} cells.")
    kept = []
    for cell in cells:
        kind, source, marks = cell["cell_type"], cell["source"], cell.get("metadata", {})
        if isinstance(source, list):
            source = "".join(source)
        if kind not in ("code", "markdown", "raw") or not isinstance(source, str):
            raise TypeError("a cell")
        cell = {"cell_type": kind, "source": source}
        cell["metadata"] = {"nbgrader": marks["nbgrader"]} if "nbgrader" in marks else {}
        kept.append(cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}))
    version = {"nbformat": notebook.get("nbformat"), "nbformat_minor": 4}
    return json.dumps({**version, "metadata": {}, "cells": kept}).encode()


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
    until = time.monotonic() + limits.total

    def judge(exercise: ExerciseSet, texts: bool, without: frozenset[int]) -> feedback.Report:
        names = _after_setup(source.exercise)
        kernel = functools.partial(_Kernel, source, names, limits, until, texts, unsafe)
        return feedback.judge(notebook, Path("notebook"), exercise, kernel, without)

    scored = judge(source.exercise, False, frozenset())
    told = scored
    if any(o.error not in ("", LOST) for o in scored.outcomes):
        told = judge(source.released, True, scored.lost)
    messages = {o.check.id: o.message for o in told.outcomes} if told is not scored else {}
    questions = [
        _question(q, [o for o in scored.outcomes if o.question.id == q.id], messages)
        for q in source.exercise.questions
        if q.points
    ]
    # The second run leaves out the cells that ended the first.
    ended = [t for t in scored.troubles if " stops with " not in t]
    troubles = dict.fromkeys((*told.troubles, *ended))
    return {
        "set": source.exercise.name,
        "title": source.exercise.title,
        "points": sum(q["points"] for q in questions),
        "possible": source.exercise.points,
        "status": "scored",
        "message": "",
        "questions": questions,
        "troubles": [_shown(t) for t in troubles],
    }


def _widened(limits: Limits) -> Limits:
    """For sets that train with PyTorch."""
    return limits._replace(
        seconds=3 * limits.seconds, total=3 * limits.total, memory=2 * limits.memory
    )


def _question(
    question: exercises.Question, outcomes: list[Outcome], messages: dict[str, str]
) -> dict:
    told = dict.fromkeys(_message(o, messages.get(o.check.id, "")) for o in outcomes if o.error)
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


def _message(outcome: Outcome, of_released: str) -> str:
    """What the learner is told of a check that is lost."""
    if outcome.error == LOST:
        return _shown(outcome.message)
    # Feedback goes around in a class: it says what is wrong, and not which value is right.
    told = re.sub(r", and (?:(?!, and ).)* is right\.$", ": that is not right.", of_released)
    return _shown(told or _without_hidden(outcome))


def _without_hidden(outcome: Outcome) -> str:
    """The message of a hidden test, if it stands word for word among the check's: it is then a
    misconception's, and holds nothing that was put together from inputs or results."""
    strings = {
        node.value
        for node in ast.walk(ast.parse(outcome.check.source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    stops = re.fullmatch(r"`\w+` at an input not shown here stops with \w+\.", outcome.message)
    return outcome.message if outcome.message in strings or stops else HIDDEN_FAILS


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
    """Cells in the sandbox, checks here; as `feedback.judge` wants it."""

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
                    self.source.modules, self.limits, unsafe=self.unsafe, cold=COLD
                )
                channel = Channel(self.process, self.limits)
                self.learner = Learner(channel, self.seconds, texts=self.texts)
            if step.check:
                return self._check(step.check)
            return self.learner.run(step.source)
        except Lost as lost:
            self.lost = str(lost)
        return "", ""

    def _check(self, check: exercises.Check) -> tuple[str, str]:
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


def key(submission: bytes, source: GradingSource, limits: Limits, *, unsafe: bool) -> str:
    """What a result is kept under: it depends on nothing else."""
    about = json.dumps([FORMAT, source.checksum, source.seed, limits, unsafe, versions()])
    return hashlib.sha256(about.encode() + b"\0" + submission).hexdigest()
