"""What stands around the sandbox: the folder of the command, the processes, what they share.

tests/test_grading.py shows that no submission forges, reads or stalls; here each wall is tried by
itself, with code that would get through without it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from sigmoids import grading
from sigmoids.grading import sandbox
from tests.conftest import ROOT
from tests.test_grading import SMALL, as_ordinary_user, blank, sandboxed, solved, source  # noqa: F401

LIMITS = sandbox.Limits(seconds=2, total=20, memory=700)
# What Python, the command and its workers import, and what installations may add.
SHADOWS = {
    *sys.stdlib_module_names,
    *("numpy", "sympy", "nbformat", "typer", "rich", "jinja2", "matplotlib", "IPython", "zmq"),
    *("sitecustomize", "usercustomize", "jsonschema", "fastjsonschema", "traitlets", "distributed"),
}
COMMANDS = {
    "script": [str(Path(sys.executable).with_name("sigmoids"))],
    "module": [sys.executable, "-m", "sigmoids"],
    "its module": [sys.executable, "-m", "sigmoids.cli"],
    "text": [sys.executable, "-c", "from sigmoids.cli import main; main()"],
}


def imported_by_python(folder):
    """What `python -m` imports from the current folder before a line of any module has run."""
    (folder / "look.py").write_text("import sys; print(*sys.modules)")
    words = [sys.executable, "-m", "look"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def trap(tmp_path_factory, blank):  # noqa: F811
    """A folder as learners may have filled it: an untouched set among modules that would run."""
    folder = tmp_path_factory.mktemp("submitted")
    nbformat.write(blank, folder / "small.ipynb")
    (folder / "matplotlibrc").write_text("backend: module://trap\n")
    (folder / "python").mkdir()
    by_python = imported_by_python(folder / "python")
    assert len(SHADOWS - by_python) > 200 and not by_python & {"socket", "json", "multiprocessing"}
    for name in SHADOWS - by_python:
        (folder / f"{name}.py").write_text(
            f"open({str(folder / 'ran')!r}, 'a').write('{name}\\n')\nraise ImportError('a trap')\n"
        )
    return folder


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_runs_from_the_folder_of_the_submissions(command, jobs, trap):
    out = trap / f"grades-{command}-{jobs}"
    words = [*COMMANDS[command], "grade", ".", "--out", str(out), "--jobs", str(jobs)]
    words += ["--solutions", str(SMALL.parent)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONSAFEPATH"}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(words, cwd=trap, env=environment, capture_output=True, text=True)
    ran = trap / "ran"
    assert not ran.exists(), sorted(set(ran.read_text().split()))
    assert done.returncode == 0, done.stderr
    assert [r["points"] for r in json.loads((out / "grades.json").read_text())] == [0]


def test_empty_and_relative_places_to_import_from_are_closed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.setenv("PYTHONSAFEPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "lib", str(tmp_path / "link"), "/opt"]))
    grading.close_current_folder()
    assert os.environ["PYTHONPATH"] == os.pathsep.join([str(tmp_path / "lib"), "/opt"])
    assert os.environ["PYTHONSAFEPATH"] == "1"
    monkeypatch.chdir(ROOT)
    assert grading.without_current_folder([str(ROOT)]) == [str(ROOT)]
