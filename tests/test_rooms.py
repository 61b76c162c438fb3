"""What may import what: arrows between the rooms of the repository point one way."""

import ast

import nbformat
import pytest

from sigmoids_book import notebooks
from tests.conftest import ROOT

# By room what its code never imports.
NEVER = {
    "sigmoids": ["sigmoids_book", "tests", "benchmarks"],
    "sigmoids/models": ["sigmoids.demos", "sigmoids.figures", "matplotlib", "anywidget"],
    "sigmoids/figures": ["sigmoids.demos"],
    "sigmoids_book": ["tests", "benchmarks"],
    "sigmoids_book/kernel.py": ["sigmoids_book.judge", "sigmoids_book.grading"],
    "sigmoids_book/judge.py": ["sigmoids_book.grading", "sigmoids_book.cli"],
    "sigmoids_book/grading/sandbox_kernel.py": [
        "sigmoids_book.judge",
        "sigmoids_book.grading.score",
    ],
    "chapters": ["sigmoids_book", "tests", "benchmarks"],
    "exercises": ["sigmoids_book", "tests", "benchmarks"],
    "solutions": ["sigmoids_book", "tests", "benchmarks"],
}
MAGIC = ("%", "!")


def imported(source):
    """The dotted names that Python code imports, anywhere in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def sources(room):
    """By place the Python code of a room, which is a module or a folder: of its modules, or of the
    code cells of its notebooks."""
    modules = [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))
    for path in modules:
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for path in [] if room.endswith(".py") else notebooks.find(ROOT / room, templates=True):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code" and not cell.source.startswith(MAGIC):
                yield f"{path.relative_to(ROOT)}, cell {cell.id}", cell.source


@pytest.mark.parametrize("room", NEVER)
def test_arrows_point_one_way(room):
    looked_at = list(sources(room))
    assert looked_at
    wrong = [
        f"{place} imports {name}"
        for place, source in looked_at
        for name in imported(source)
        if any(name == other or name.startswith(f"{other}.") for other in NEVER[room])
    ]
    assert wrong == [], "Move what is needed to a room that both may use."
