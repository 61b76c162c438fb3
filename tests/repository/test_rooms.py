"""What may import what: arrows between the rooms of the repository point one way."""

import ast
import contextlib
import re
import textwrap

import nbformat
import pytest

from sigmoids_book import dependents, notebooks
from tests.support import ROOT

# By room what its code never imports.
NEVER = {
    "sigmoids": ["sigmoids_book", "tests", "benchmarks"],
    "sigmoids/models": ["sigmoids.demos", "sigmoids.figures", "matplotlib", "anywidget"],
    "sigmoids/figures": ["sigmoids.demos"],
    "sigmoids_book": ["tests", "benchmarks"],
    # Pages are made of the rest, which knows nothing of them and needs no Sphinx.
    "sigmoids_book/*": ["sigmoids_book.site"],
    "sigmoids_book/grading": ["sigmoids_book.site"],
    # A submission is judged on one way down: score, judge, a kernel.
    "sigmoids_book/kernel.py": ["sigmoids_book.judge", "sigmoids_book.grading"],
    "sigmoids_book/judge.py": ["sigmoids_book.grading", "sigmoids_book.cli"],
    "sigmoids_book/grading/sandbox_kernel.py": [
        "sigmoids_book.judge",
        "sigmoids_book.grading.score",
    ],
    "chapters": ["sigmoids_book", "tests", "benchmarks"],
    "exercises": ["sigmoids_book", "tests", "benchmarks"],
    "solutions": ["sigmoids_book", "tests", "benchmarks"],
    "benchmarks": ["tests"],
    "tests": ["tests", "benchmarks"],  # no test imports another
}
# What it imports nevertheless.
BUT = {
    "benchmarks": ["tests.support"],
    "tests": ["tests.support"],
    "sigmoids_book/*": [
        "sigmoids_book.site.timeline.TABLE",  # for the copies' timeline.ipynb
        "sigmoids_book.site.again",  # is the build that is there one of today's code?
    ],
}
NOTEBOOKS = {"chapters", "exercises", "solutions"}
MAGIC = ("%", "!")
DATA = {"submissions", "wrong_answers", "right_answers"}


def imported(source):
    """The dotted names that Python code imports, anywhere in it, or in a program in its strings."""
    tree = ast.parse(source)
    yield from dependents.imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and "import " in str(node.value):
            with contextlib.suppress(SyntaxError, ValueError):
                program = imported(textwrap.dedent(str(node.value)))
                yield from (name for name in program if not name.startswith("."))


def sources(room):
    """By place the Python code of a room, which is a module, a folder, or with `/*` the modules
    right in a folder: of its modules, or of the code cells of its notebooks."""
    pattern = room if room.endswith((".py", "*")) else f"{room}/**/*"
    for path in sorted(ROOT.glob(pattern.removesuffix(".py") + ".py")):
        if DATA.isdisjoint(path.relative_to(ROOT).parts):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for path in notebooks.find(ROOT / room, templates=True) if room in NOTEBOOKS else ():
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code" and not cell.source.startswith(MAGIC):
                yield f"{path.relative_to(ROOT)}, cell {cell.id}", cell.source


def of_any(name, others):
    return any(name == other or name.startswith(f"{other}.") for other in others)


def wrong_arrows(room, place, source):
    """What the code at a place imports that its room never imports; a benchmark's test, that
    benchmark."""
    but = list(BUT.get(room, ()))
    if found := re.fullmatch(r"tests/benchmarks/test_(\w+)\.py", place):
        but.append(f"benchmarks.{found[1]}")
    return [
        f"{place} imports {name}"
        for name in imported(source)
        if name.startswith(".") or (of_any(name, NEVER[room]) and not of_any(name, but))
    ]


@pytest.mark.parametrize("room", NEVER)
def test_arrows_point_one_way(room):
    looked_at = list(sources(room))
    assert looked_at
    wrong = [arrow for place, source in looked_at for arrow in wrong_arrows(room, place, source)]
    assert wrong == [], "Move what is needed to a room that both may use; to tests/support."


@pytest.mark.parametrize(
    ("place", "code", "module"),
    [
        ("sigmoids/a.py", "from {} import sets", "sigmoids_book"),
        ("sigmoids/models/a.py", "def f():\n    import {}.pyplot", "matplotlib"),
        ("sigmoids_book/grading/a.py", "def f():\n    from {} import again", "sigmoids_book.site"),
        ("sigmoids_book/judge.py", "from {} import score", "sigmoids_book.grading"),
        ("tests/course/test_a.py", "from {} import build", "tests.course.test_b"),
        ("tests/course/test_a.py", "from {} import conftest", "tests"),
        ("tests/course/test_a.py", "from {} import test_b", "."),
        ("tests/course/test_a.py", "run('import os\\nimport {}')", "tests.course"),
        ("tests/support/a.py", "from {} import speed", "benchmarks"),
        ("tests/benchmarks/test_speed.py", "from {} import pages", "benchmarks"),
        ("benchmarks/a.py", "import {} as other", "tests.course.test_b"),
    ],
)
def test_an_arrow_that_points_the_wrong_way_is_named(place, code, module):
    room = max((room for room in NEVER if f"{place}/".startswith(f"{room}/")), key=len)
    (said,) = wrong_arrows(room, place, code.format(module))
    assert said.startswith(f"{place} imports {module}")


def test_a_benchmark_is_imported_by_its_own_test():
    source = "from {} import speed\nfrom {}.support import ROOT".format("benchmarks", "tests")
    assert wrong_arrows("tests", "tests/benchmarks/test_speed.py", source) == []


def test_one_place_says_where_the_repository_is():
    asks = [
        place
        for room in ("tests", "benchmarks")
        for place, source in sources(room)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Name) and node.id == "__file__"
    ]
    assert asks == ["tests/support/__init__.py"], "from tests.support import ROOT"
