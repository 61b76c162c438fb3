"""The exercise sets with their answers given, the wrong answers and other right ones."""

import contextlib
import io
import re
from functools import cache
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import nbformat

from sigmoids import checks
from sigmoids_book import notebooks, sets
from tests.support import ROOT

SOLUTIONS = notebooks.find(ROOT / "solutions")
WRONG = sorted((ROOT / "tests/wrong_answers").rglob("*.py"))
RIGHT = sorted((ROOT / "tests/right_answers").rglob("*.py"))
LOSES = re.compile(r"^Loses (\S+): (.+)$", re.MULTILINE)
matplotlib.use("agg")


class Solved:
    """A set whose answers are all given; `run` checks one question with another answer."""

    def __init__(self, path: Path):
        self.notebook = nbformat.read(path, as_version=4)
        self.set = sets.parse(self.notebook, path.stem)
        self.answers = {
            sets.nbgrader(cell)["grade_id"]: cell.source
            for cell in self.notebook.cells
            if sets.is_answer(cell) and cell.cell_type == "code"
        }
        self.names = {}
        for source in self.set.setup:
            execute(source, self.names)
        self.before = {}  # by question, the names an answer can use
        for question, source in self.answers.items():
            self.before[question] = dict(self.names)
            execute(source, self.names)

    def question(self, name: str) -> sets.Question:
        return next(q for q in self.set.questions if q.id == name)

    def run(
        self, question: str, answer: str | None = None, seed: str = "tests", **replaced
    ) -> dict[str, str]:
        """The checks lost, each with its message. `seed`: that of the hidden inputs; `replaced`:
        names given another value."""
        names = dict(self.before[question])
        execute(self.answers[question] if answer is None else answer, names)
        names.update(replaced)
        lost = {}
        for check in self.question(question).checks:
            try:
                with checks.seeded(seed):
                    execute(check.source, names)
            except checks.Wrong as wrong:
                lost[check.id] = str(wrong)
        plt.close("all")  # or the answers' figures pile up, and Matplotlib warns of more than 20
        return lost


def execute(source: str, names: dict) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(source, "<cell>", "exec"), names)


@cache
def solved(name: str) -> Solved:
    return Solved(ROOT / "solutions" / f"{name}.ipynb")


def place(path: Path) -> tuple[str, str]:
    return path.parent.parent.name, path.parent.name
