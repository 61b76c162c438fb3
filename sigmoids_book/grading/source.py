"""What a class is scored by: the sets of a folder of solutions, and the seed of hidden inputs."""

import ast
import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import NamedTuple

import nbformat

from sigmoids import checks
from sigmoids_book import notebooks, sets
from sigmoids_book.grading import sandbox
from sigmoids_book.grading.output import Folder, Unusable
from sigmoids_book.sets import ExerciseSet

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
    found = [_set_source(path) for path in paths]
    together = {
        heavy: tuple(dict.fromkeys(m for s in found if s.heavy == heavy for m in s.modules))
        for heavy in (False, True)
    }
    found = [s._replace(together=together[s.heavy]) for s in found]
    return GradingSource(tuple(found), checksum.hexdigest(), seed or secrets.token_hex(16))


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
