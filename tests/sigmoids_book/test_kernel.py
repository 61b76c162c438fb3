"""What a reader's machine brings along changes nothing: other kernels, start-up files, settings."""

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import matplotlib as mpl
import nbformat
import pytest

from sigmoids import demos, figures, terminal
from sigmoids_book import kernel, notebooks
from tests.support import ROOT

MARK = "import builtins\nbuiltins.started_with = 'a file of the user'\n"
SETTINGS = "figure.dpi: 30\nfont.family: monospace\naxes.grid: True\nlines.color: red\n"


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """A user with a dead kernel `python3` on JUPYTER_PATH, files that run at each start of IPython
    and of Python, and Matplotlib's settings of her own."""
    kernel = tmp_path / "jupyter/kernels/python3"
    kernel.mkdir(parents=True)
    words = ["/nowhere/python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    text = json.dumps({"argv": words, "display_name": "Old", "language": "python"})
    (kernel / "kernel.json").write_text(text, encoding="utf-8")
    startup = tmp_path / "ipython/profile_default/startup"
    startup.mkdir(parents=True)
    for path in (startup / "00.py", tmp_path / "startup.py"):
        path.write_text(MARK, encoding="utf-8")
    (tmp_path / "jupyter/matplotlibrc").write_text(SETTINGS, encoding="utf-8")
    given = {
        "JUPYTER_PATH": str(tmp_path / "jupyter"),
        "IPYTHONDIR": str(tmp_path / "ipython"),
        "PYTHONSTARTUP": str(tmp_path / "startup.py"),
        "MATPLOTLIBRC": str(tmp_path / "jupyter/matplotlibrc"),
        "MPLBACKEND": "pdf",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return given


PROBE = f"""\
import builtins, sys
import matplotlib.pyplot as plt
assert sys.executable == {sys.executable!r}, sys.executable
assert not hasattr(builtins, "started_with"), started_with
assert plt.rcParams["figure.dpi"] == 100, plt.rcParams["figure.dpi"]
assert "inline" in plt.get_backend(), plt.get_backend()
"""


@pytest.mark.usefixtures("hostile")
def test_notebooks_are_run_by_this_python_as_if_new(tmp_path):
    path = tmp_path / "sample.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(PROBE)]), path)
    notebooks.execute(path)
    assert nbformat.read(path, as_version=4).cells[0].execution_count == 1


@pytest.mark.usefixtures("hostile")
def test_exercises_are_checked_by_this_python_as_if_new():
    def run():
        with kernel.JupyterKernel(60) as opened:
            return opened.run(PROBE)

    with ThreadPoolExecutor(1) as thread:  # this one may run the browser's loop of events
        assert thread.submit(run).result() == kernel.Error()


def test_stored_outputs_are_compared_in_a_kernel_that_is_as_if_new(hostile, tmp_path):
    """By the conftest.py at the top, which is the first that pytest reads."""
    path = tmp_path / "sample.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(PROBE)]), path)
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c"]
    words += [ROOT / "pyproject.toml", "--rootdir", ROOT, "--confcutdir", ROOT]
    words += ["-p", "conftest", "--nbval", "--nbval-current-env", path]
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **hostile},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0 and "1 passed" in done.stdout, done.stdout


def test_pictures_are_the_same_with_other_settings_of_matplotlib(tmp_path):
    demo = demos.DEMOS["slope"]()
    still = demo.still()
    (tmp_path / "matplotlibrc").write_text(SETTINGS, encoding="utf-8")
    with mpl.rc_context(fname=str(tmp_path / "matplotlibrc")):
        assert mpl.rcParams["axes.grid"] and mpl.rcParams["figure.dpi"] == 30
        assert demo.still() == still
        figures.use_style()
        assert mpl.rcParams["font.family"] == ["sans-serif"] and not mpl.rcParams["axes.grid"]
        assert mpl.rcParams["figure.dpi"] == 100
    assert not mpl.rcParams["axes.grid"]


def test_a_notebook_that_cannot_be_written_stays_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "sample.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    before = path.read_bytes()

    aside = type(path).write_text

    def write_text(self, text, **options):
        aside(self, text[:10], **options)
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(type(path), "write_text", write_text)
    with pytest.raises(OSError, match="No space left"):
        notebooks.write(nbformat.v4.new_notebook(), path)
    assert path.read_bytes() == before and [*tmp_path.iterdir()] == [path]


def test_the_folder_of_the_kernels_goes_with_the_process():
    code = "from sigmoids_book import kernel; print(kernel.environment()['IPYTHONDIR'])"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    place = done.stdout.strip()
    assert "sigmoids-ipython-" in place and not os.path.exists(place)
    assert kernel.environment()["IPYTHONDIR"] != place


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space left", "a"), "a: No space left. Make room on the disk"),
        (OSError(errno.EROFS, "Read-only file system", "a"), "a: Read-only file system. Copy the"),
        (PermissionError(errno.EACCES, "Permission denied", "a"), "a: Permission denied. Copy the"),
        (
            FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"),
            "No usable temporary directory found in ['/tmp']. Make room in one of",
        ),
    ],
)
def test_where_nothing_can_be_written_one_line_says_what_to_do(error, line, capsys):
    def command():
        raise error

    assert terminal.run(command, failed=2) == 2
    said = capsys.readouterr().err
    assert said.startswith(line) and said.count("\n") == 1


def test_other_errors_are_not_explained_away():
    def command():
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "a")

    with pytest.raises(FileNotFoundError):
        terminal.run(command)
    assert terminal.run(lambda: 3) == 3


def test_a_book_that_cannot_be_written_says_so_in_a_line(tmp_path):
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    code = (
        "import pathlib, runpy\n"
        "make = pathlib.Path.mkdir\n"
        "def closed(self, *words, **options):\n"
        "    if self.name == '_build':\n"
        "        raise OSError(30, 'Read-only file system', str(self))\n"
        "    make(self, *words, **options)\n"
        "pathlib.Path.mkdir = closed\n"
        "runpy.run_module('sigmoids_book.site', run_name='__main__')"
    )
    words = [sys.executable, "-c", code]
    done = subprocess.run(
        words,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr == (
        "_build: Read-only file system. Copy the course to a folder of your own, and go on there.\n"
    )
