"""From the wheel alone the notebooks find what they import, or say what to type."""

import ast
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from sigmoids import missing
from sigmoids_book import notebooks
from tests.support import ROOT

NOTEBOOKS = [
    path
    for folder in ("chapters", "exercises", "solutions")
    for path in notebooks.find(ROOT / folder)
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = {re.match(r"[\w-]+", line)[0].lower() for line in PROJECT["dependencies"]}
SETUP = re.compile(r"The course's package is missing\..*make lab\n.*%pip install git\+")


def code(path):
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == "code"]


def imports(node, kept=False):
    """Each import's top-level name, and whether a message stands ready for where it fails."""
    for child in ast.iter_child_nodes(node):
        ready = kept
        if isinstance(child, ast.With):
            ready |= any("missing.explained" in ast.unparse(item) for item in child.items)
        if isinstance(child, ast.Try):
            ready |= any("ModuleNotFoundError" in ast.unparse(h.type) for h in child.handlers)
        if isinstance(child, ast.Import):
            yield from ((alias.name.split(".")[0], kept) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield child.module.split(".")[0], kept
        else:
            yield from imports(child, ready)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_every_import_is_declared_or_its_absence_explained(path):
    packages = importlib.metadata.packages_distributions()
    first = {}
    for cell in code(path):
        for name, ready in imports(ast.parse(cell.source)):
            first.setdefault(name, ready)
    assert first["sigmoids"], "The first import of the course's package needs its message."
    for name, ready in first.items():
        brought = {p.lower() for p in packages.get(name, [])} & DECLARED
        assert ready or name in sys.stdlib_module_names or brought, (
            f"{path.name} imports {name}, which the wheel does not bring: declare it in "
            "pyproject.toml, or import it within `missing.explained()`."
        )


def test_nothing_that_the_wheel_brings_is_explained_as_missing():
    assert missing.LINES and not DECLARED & set(missing.LINES)


# Runs setup cells where only the wheel's declared packages, and what these need, can be imported.
BARE = """
import contextlib, importlib.machinery, importlib.metadata, io, json, re, sys
from packaging.requirements import Requirement

declared, sources = json.load(sys.stdin)
names, todo = set(), [Requirement(line) for line in declared]
while todo:
    one = todo.pop()
    name = re.sub(r"[-_.]+", "-", one.name).lower()
    if name in names or (one.marker and not one.marker.evaluate({"extra": ""})):
        continue
    names.add(name)
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        todo += [Requirement(line) for line in importlib.metadata.requires(name) or []]
others = {
    module
    for module, places in importlib.metadata.packages_distributions().items()
    if not {re.sub(r"[-_.]+", "-", place).lower() for place in places} & names
} - {"sigmoids"}

class Only(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.split(".")[0] in others else super().find_spec(name, path, target)

sys.meta_path[:] = [Only if f is importlib.machinery.PathFinder else f for f in sys.meta_path]
from IPython.core.interactiveshell import InteractiveShell

shell, found = InteractiveShell.instance(), {}
for key, source in sources.items():
    with contextlib.redirect_stdout(io.StringIO()) as said:
        error = shell.run_cell(source).error_in_exec
    found[key] = type(error).__name__, str(error), said.getvalue()
print(json.dumps(found))
"""


def test_with_the_declared_packages_alone_every_setup_runs_or_says_what_to_type():
    sources = {
        f"{path.parent.name}/{path.stem}": next(c.source for c in code(path) if c.id == "setup")
        for path in NOTEBOOKS
    }
    done = subprocess.run(
        [sys.executable, "-c", BARE],
        input=json.dumps([PROJECT["dependencies"], sources]),
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "HYPOTHESIS_NO_PLUGINS": "1"},  # of packages that are hidden here
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.keys() == sources.keys()
    line = missing.LINES["torch"]
    for key, (kind, message, said) in found.items():
        if key in ("chapters/lenet", "chapters/probability"):
            assert (kind, message, said.strip()) == ("Missing", line, line), key
        else:
            assert kind == "NoneType", f"{key} stops with {kind}: {message}"


def run(*sources):
    """The outputs of the last cell, in a kernel."""
    notebook = nbformat.v4.new_notebook(cells=[*map(nbformat.v4.new_code_cell, sources)])
    client = NotebookClient(notebook, kernel_name="python3", timeout=120)
    try:
        client.execute(cwd=str(ROOT))
    except CellExecutionError:
        pass
    return notebook.cells[-1].outputs


def test_a_learner_without_pytorch_sees_one_line():
    cell = next(c for c in code(ROOT / "chapters/pytorch.ipynb") if c.id == "names")
    (output,) = run('import sys; sys.modules["torch"] = None', cell.source)
    assert output.traceback == [missing.LINES["torch"]]
    assert "%pip install torch" in output.traceback[0]


def test_a_learner_without_the_package_reads_how_to_get_it():
    cell = next(c for c in code(ROOT / "chapters/formula.ipynb") if c.id == "setup")
    outputs = run('import sys; sys.modules["sigmoids"] = None', cell.source)
    error = next(output for output in outputs if output.output_type == "error")
    assert SETUP.match(error.evalue)
    assert "Traceback" not in "".join(error.traceback) and len(error.traceback) == 2


def test_other_libraries_keep_pythons_own_message():
    with pytest.raises(ModuleNotFoundError, match="No module named") as error:
        with missing.explained():
            import no_such_library  # noqa: F401
    assert not isinstance(error.value, missing.Missing)
