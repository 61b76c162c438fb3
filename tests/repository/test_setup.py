"""The book installs on every Python that it promises, and computes with one thread."""

import importlib.metadata
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import tomllib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
import yaml
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from sigmoids.demos import DEMOS
from sigmoids_book import kernel, notebooks
from sigmoids_book.grading import sandbox
from tests.support import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FIRST, PATCH, END = map(
    int, re.fullmatch(r">=3\.(\d+)\.(\d+),<3\.(\d+)", PROJECT["requires-python"]).groups()
)
OLDEST = f"3.{FIRST}.{PATCH}"
MINORS = [f"3.{minor}" for minor in range(FIRST, END)]


def pins(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"^([\w.-]+)==(\S+)$", text, flags=re.MULTILINE)


def refused(requires):
    """The supported versions of Python that a `Requires-Python` does not admit."""
    versions = [OLDEST, *(f"{minor}.0" for minor in MINORS[1:])]
    return [version for version in versions if version not in SpecifierSet(requires or "")]


def test_a_pin_that_refuses_a_supported_python_is_noticed():
    newest = f"{MINORS[-1]}.0"
    assert refused(f">{OLDEST}") == [OLDEST]  # as soupsieve 4.1.1, which asks for 3.11.5
    assert refused(f">=3.10,<{newest}") == [newest]
    assert refused(f"!={MINORS[1]}.*") == [f"{MINORS[1]}.0"]
    assert refused(f">={OLDEST}") == refused(None) == []


@pytest.mark.parametrize("name", ["requirements.txt", "constraints.txt"])
def test_every_pin_admits_every_supported_python(name):
    found, wrong = 0, []
    for package, version in pins(name):
        try:
            installed = importlib.metadata.distribution(package)
        except importlib.metadata.PackageNotFoundError:
            continue  # nothing on this platform needs it
        found += 1
        if Version(installed.version.partition("+")[0]) != Version(version):
            wrong.append(
                f"{name} pins {package}=={version}, but {installed.version} is installed here. "
                "Install the pins, then test: make site"
            )
            continue
        requires = installed.metadata.get("Requires-Python")
        if others := refused(requires):
            wrong.append(
                f"{name}: {package}=={version} needs Python {requires}, so it does not install on "
                f"{', '.join(others)}. Pin a release that does (pip index versions {package})."
            )
    assert found > 0.9 * len(pins(name))
    assert not wrong, "\n".join(wrong)


def test_no_second_is_spent_on_a_grammar_wherever_a_notebook_is_read():
    """With jsonschema 4.25 and rfc3987-syntax 1.1 each process that loads nbformat puts together
    the grammar of international addresses, which nothing here asks for."""
    code = "import nbformat, sys; sys.exit('rfc3987_syntax' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], timeout=120).returncode
    assert not loaded, "Pin jsonschema below 4.25, or a release of both that loads it when asked."


def test_guides_and_workflow_name_the_supported_pythons():
    said = f"Python {MINORS[0]} to {MINORS[-1]} (of {MINORS[0]}, {OLDEST} or later)"
    for name in ("README.md", "guides/start.md", "Makefile"):
        assert said in (ROOT / name).read_text(encoding="utf-8"), name
    text = (ROOT / ".github/workflows/book.yml").read_text(encoding="utf-8")
    matrix = yaml.safe_load(text)["jobs"]["test"]["strategy"]["matrix"]
    assert matrix == {"python": MINORS}


@pytest.fixture
def make(tmp_path):
    """`make(version, pip)`: `make site` with a Python that says it is that version and, once it is
    let into a virtual environment, does the shell commands `pip` when pip is asked for. Returns the
    exit status and what was said."""

    def run(version, pip="exit 9"):
        fake = tmp_path / "python"
        told = tuple(map(int, version.split(".")))
        fake.write_text(
            textwrap.dedent(f"""\
                #!/bin/bash
                case "$1 $2" in
                "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
                "-m pip") {pip} ;;
                -c*) exec {sys.executable} -c "import sys; sys.version_info = {told}; $2" ;;
                *) exit 9 ;;
                esac
            """).replace("\\\n", ""),
            encoding="utf-8",
        )
        fake.chmod(0o755)
        command = ["make", "-C", str(ROOT), "site", f"VENV={tmp_path}/venv", f"PYTHON={fake}"]
        pipe = subprocess.PIPE
        # A session of its own: Ctrl+C reaches all of it, and nothing else. A shell's background job
        # ignores the keys that interrupt, and so would make and its shells.
        done = subprocess.Popen(
            command,
            stdout=pipe,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        try:
            said, _ = done.communicate(timeout=60)
        finally:
            if done.poll() is None:
                os.killpg(done.pid, signal.SIGKILL)
        return done.returncode, said

    return run


@pytest.mark.parametrize(
    "version", ["2.7.18", f"3.{FIRST - 1}.12", f"3.{FIRST}.{PATCH - 1}", f"3.{END}.0"]
)
def test_another_python_is_refused_with_its_version(make, version):
    status, said = make(version)
    assert status == 2 and f"Found Python {version} (" in said, said
    assert "Setting up" not in said and "Install one, or name it" in said


@pytest.mark.parametrize("version", [OLDEST, *(f"{minor}.1" for minor in MINORS[1:])])
def test_a_supported_python_is_taken_and_pips_failure_is_passed_on(make, version):
    status, said = make(version, pip="echo no space left; exit 1")
    assert status == 2 and "Found" not in said, said
    assert "no space left\npip could not install the packages" in said
    assert "Interrupted" not in said


def test_an_interruption_of_pip_is_called_one(make):
    status, said = make(OLDEST, pip="trap : INT; kill -INT 0; exit 1")  # pip ends with 1, too
    assert status and "Interrupted: " in said and "goes on" in said, said
    assert "could not install" not in said and "network" not in said


@pytest.fixture
def small_course(tmp_path):
    """A folder whose name is no plain word, with the Makefile, no requirements and a site that
    says who builds it. `run(command)` gives the exit status and what was said."""
    folder = tmp_path / "Mein Kürs"
    (folder / "sigmoids_book").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    for name in (
        "requirements.txt",
        "constraints.txt",
        "pyproject.toml",
        "sigmoids_book/__init__.py",
    ):
        (folder / name).touch()
    (folder / "sigmoids_book/site.py").write_text(
        "import os, sys\nprint('built by', os.path.relpath(sys.prefix))", encoding="utf-8"
    )
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL")  # of the make that runs tests
    kept = {k: v for k, v in os.environ.items() if k not in ours}

    def run(folder, command, **environment):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=kept | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )
        return done.returncode, done.stdout

    return folder, run


def test_a_folder_that_was_renamed_is_noticed_and_set_up_anew(small_course, tmp_path):
    folder, run = small_course
    python = f"make site PYTHON={sys.executable}"
    status, said = run(folder, python, PIP_USER="1", PIP_TARGET=str(tmp_path / "elsewhere"))
    assert status == 0 and "Setting up" in said and "built by .venv" in said, said
    assert not (tmp_path / "elsewhere").exists()
    assert run(folder, python) == (0, "built by .venv\n")
    assert run(folder, "source .venv/bin/activate") == (0, "")
    moved = folder.rename(tmp_path / "Unser Kürs")
    said = run(moved, "source .venv/bin/activate")[1]
    assert said.startswith("The course was moved: go to its folder, type make site")
    status, said = run(moved, python)
    assert status == 0 and "is made anew" in said and str(folder) in said, said
    assert "built by .venv" in said
    assert run(moved, python) == (0, "built by .venv\n")
    assert run(moved, "source .venv/bin/activate") == (0, "")


def test_only_what_the_files_say_decides_whether_it_is_set_up_anew(small_course):
    """A switch of branches gives files a new date, and often the same content."""
    folder, run = small_course
    python, pins = f"make site PYTHON={sys.executable}", folder / "requirements.txt"
    anew = "Setting up .venv"
    assert anew in run(folder, python)[1]
    pins.touch()
    assert run(folder, python) == (0, "built by .venv\n")
    pins.write_text("no such requirement\n", encoding="utf-8")
    os.utime(pins, (1e9, 1e9))
    status, said = run(folder, python)
    assert status == 2 and anew in said
    pins.write_text("", encoding="utf-8")  # as at first, but who knows what is installed now?
    status, said = run(folder, python)
    assert status == 0 and anew in said


def test_another_python_than_it_was_made_for_is_noticed(small_course, tmp_path):
    folder, run = small_course
    python, anew = f"make site PYTHON={sys.executable}", "was made for another place or Python"
    assert run(folder, python)[0] == 0
    (library,) = (folder / ".venv/lib").iterdir()
    library.rename(library.with_name("python3.99"))  # as if Python had been another then
    status, said = run(folder, python)
    assert status == 0 and anew in said, said
    assert run(folder, python) == (0, "built by .venv\n")
    other = tmp_path / "python"
    other.write_text(
        f'#!/bin/sh\ncase "$2" in *[:2]*) echo 3.99 ;; *) exec {sys.executable} "$@" ;; esac\n',
        encoding="utf-8",
    )
    other.chmod(0o755)
    assert anew in run(folder, f"make site PYTHON={other}")[1]


THREADS = "import os; assert os.environ['OMP_NUM_THREADS'] == '1', 'more threads than one'"


@pytest.fixture
def many_threads(monkeypatch):
    """A machine on which every library is told to use eight threads."""
    for name in kernel.ONE_THREAD:
        monkeypatch.setenv(name, "8")


def test_tests_have_one_thread():
    assert kernel.ONE_THREAD.items() <= os.environ.items()


def test_notebooks_are_run_with_one_thread(many_threads, tmp_path):
    path = tmp_path / "sample.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(THREADS)]), path)
    notebooks.execute(path)
    assert nbformat.read(path, as_version=4).cells[0].execution_count == 1


def test_exercises_are_checked_with_one_thread(many_threads):
    def run():
        with kernel.JupyterKernel(60) as opened:
            return opened.run(THREADS)

    with ThreadPoolExecutor(1) as thread:  # this one may run the browser's loop of events
        assert thread.submit(run).result() == kernel.Error()


@pytest.mark.parametrize("unsafe", [False, True])
def test_submissions_are_scored_with_one_thread(many_threads, unsafe):
    if not unsafe and (reason := sandbox.why_not()):
        pytest.skip(reason)
    child = sandbox.Cold(sandbox.Limits(), unsafe=unsafe)
    try:
        os.write(child.input, json.dumps({"n": 1, "do": "run", "source": THREADS}).encode() + b"\n")
        assert json.loads(os.read(child.output, 1000)) == {"n": 1, "is": "none"}
    finally:
        child.end()


@pytest.mark.parametrize("epoch", ["0", "4354819200", "today", ""])
def test_the_wheel_is_built_with_any_source_date_and_is_the_same_again(epoch, tmp_path):
    """Nix sets 0, which a zip cannot hold."""
    built = []
    for folder in ("one", "two"):
        command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, str(ROOT)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )
        if "No matching distribution found for hatchling" in done.stderr:
            pytest.skip("the package index cannot be reached")
        assert done.returncode == 0, done.stderr
        (wheel,) = (tmp_path / folder).glob("*.whl")
        built.append(wheel.read_bytes())
    assert built[0] == built[1]
    names = {Path(name) for name in zipfile.ZipFile(wheel).namelist()}
    demos, models = Path("sigmoids/demos"), Path("sigmoids/models")
    assert {name.stem for name in names if name.parent == demos / "bundles"} == set(DEMOS)
    facts = {Path(path.name) for path in (ROOT / models).glob("*.json")}
    assert facts and {models / name for name in facts} <= names
    assert not [name for name in names if name.parent == demos and name.suffix == ".js"]


def test_numpy_is_imported_with_a_source_date_that_is_no_number():
    code = "import sigmoids, numpy.f2py, os; print(os.environ.get('SOURCE_DATE_EPOCH'))"
    for epoch, left in (("today", "None"), ("", "None"), ("0", "0")):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.returncode, done.stdout.strip()) == (0, left), done.stderr
