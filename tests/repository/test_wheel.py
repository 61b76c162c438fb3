"""What a learner gets: a wheel of no more than works without a checkout, libraries declared by what
needs them, and a package that imports only what it computes with."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile

import pytest
from packaging.requirements import Requirement

from sigmoids_book import dependents
from tests.support import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]
EXTRAS = PROJECT["optional-dependencies"]
LINES = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]
BOOK = ROOT / "sigmoids_book"
# What the wheel leaves out.
EXCLUDED = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
CHECKOUT = [ROOT / name for name in EXCLUDED if name.startswith("sigmoids_book/")]


def outside(*rooms):
    """Modules of the packages that lie in none of the rooms."""
    files = {*(ROOT / "sigmoids").rglob("*.py"), *BOOK.rglob("*.py")}
    return sorted(f for f in files if not any(f == r or r in f.parents for r in rooms))


# By what is installed with the wheel the modules that have to do with it.
NEED = {
    (): outside(BOOK, ROOT / "sigmoids/lenet"),
    ("torch",): sorted((ROOT / "sigmoids/lenet").rglob("*.py")),
    ("grading",): outside(ROOT / "sigmoids", *CHECKOUT),
    ("site",): [f for room in CHECKOUT for f in (room, *room.rglob("*.py")) if f.suffix == ".py"],
}


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def brought_by(extras):
    """The distributions that the wheel brings with these extras, and what they need in turn."""
    todo = [*PROJECT["dependencies"], *(line for extra in extras for line in EXTRAS[extra])]
    names = set()
    while todo:
        one = Requirement(todo.pop())
        if one.marker and not any(one.marker.evaluate({"extra": e}) for e in ("", *one.extras)):
            continue
        if (name := canonical(one.name)) not in names:
            names.add(name)
            try:
                todo += importlib.metadata.requires(name) or []
            except importlib.metadata.PackageNotFoundError:
                continue  # nothing on this platform needs it
    return names


def imported(path):
    """By import the top-level name; those that stand in `missing.explained()` are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.With) and "missing.explained" in ast.unparse(block.items[0])
        for node in ast.walk(block)
    }
    names = dependents.imported(tree, leave_out=explained)
    return [name.split(".")[0] for name in names if not name.startswith(".")]


def dotted(path):
    """The dotted names that a module imports."""
    return dependents.imported(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("extras", NEED, ids=lambda extras: "+".join(extras) or "none")
def test_what_a_room_imports_comes_with_the_wheel_or_its_extra(extras):
    ours = {"sigmoids", "sigmoids_book", "child"}
    found, brought = importlib.metadata.packages_distributions(), brought_by(extras)
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}: declare it in pyproject.toml"
        for path in NEED[extras]
        for name in imported(path)
        if name not in ours | sys.stdlib_module_names
        and not {*map(canonical, found.get(name, []))} & brought
    ]
    assert NEED[extras] and wrong == []


def test_every_library_of_an_extra_is_pinned():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    text += (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = {canonical(n): v for n, v in re.findall(r"^([\w.-]+)==(\S+)$", text, re.MULTILINE)}
    for one in map(Requirement, LINES):
        assert pins[canonical(one.name)] in one.specifier, one


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The wheel's files, as they are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=300)
    if "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


def test_the_wheel_holds_what_works_without_a_checkout(unpacked):
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")}
    assert {"sigmoids/checks.py", "sigmoids/data/belgium", "sigmoids/demos/kit.css"} <= names
    assert "sigmoids/demos/bundles/slope.js" in names
    assert {"sigmoids_book/cli.py", "sigmoids_book/exercise_sets/formula.ipynb"} <= names
    assert CHECKOUT and not names & {path.relative_to(ROOT).as_posix() for path in CHECKOUT}
    assert not {n for n in names if n.split("/")[0] in ("tests", "solutions", "chapters")}


def test_what_is_in_the_wheel_imports_nothing_that_is_not(unpacked):
    modules = sorted((unpacked / "sigmoids_book").rglob("*.py"))
    left_out = {path.stem for path in CHECKOUT}
    asked = {
        (path.name, name.removeprefix("sigmoids_book.").split(".")[0])
        for path in modules
        for name in dotted(path)
        if name.startswith("sigmoids_book.")
    }
    assert ("judge.py", "kernel") in asked
    assert {pair for pair in asked if pair[1] in left_out} == set()


def alone(unpacked, folder, *words):
    """The words, by a Python that sees the wheel's files in place of the checkout's."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(unpacked), "HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=200,
    )


def test_from_the_wheel_exercises_are_checked(unpacked, tmp_path):
    shutil.copy(ROOT / "solutions/python.ipynb", tmp_path)
    done = alone(unpacked, tmp_path, "-m", "sigmoids_book", "check", "python.ipynb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 of " in done.stdout and "sets begun" in done.stdout


def test_without_the_extra_the_command_says_what_to_type(unpacked, tmp_path):
    for name in ("typer", "nbformat"):
        code = (
            f"import sys; sys.modules[{name!r}] = None\n"
            "from sigmoids_book.__main__ import main; main()"
        )
        done = alone(unpacked, tmp_path, "-c", code)
        libraries = sorted(Requirement(line).name for line in EXTRAS["grading"])
        assert done.returncode == 1 and "Traceback" not in done.stderr
        said, typed = done.stderr.strip().split("python -m pip install ")
        assert said.startswith(f"{name} is missing: ") and sorted(typed.split()) == libraries


# Of all that the course declares.
LIGHT = {
    "sigmoids": set(),
    "sigmoids.functions": {"numpy", "scipy"},
    "sigmoids.growth": {"numpy", "scipy"},
    "sigmoids.datasets": {"numpy"},
    "sigmoids.checks": {"numpy"},
    "sigmoids.mnist": {"numpy"},
}


@pytest.mark.parametrize("module", LIGHT)
def test_a_module_imports_no_more_than_it_computes_with(module, unpacked, tmp_path):
    code = f"import {module}, sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = alone(unpacked, tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr
    declared = {canonical(Requirement(line).name) for line in LINES}
    of_ours = {
        name
        for name, places in importlib.metadata.packages_distributions().items()
        if {*map(canonical, places)} & declared
    }
    assert {"torch", "matplotlib", "IPython", "typer"} <= of_ours
    assert of_ours & {*done.stdout.split()} == LIGHT[module]
