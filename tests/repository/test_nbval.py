"""The comparison of outputs is tested on what it must refuse: samples made from the template."""

import os
import subprocess
import sys

import nbformat
import pytest

from tests.support import ROOT
from tests.support.notebooks import cell, read


def nbval(tmp_path, notebook, *options, **environment):
    path = tmp_path / "sample.ipynb"
    nbformat.write(notebook, path)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["-c", "/dev/null", "--rootdir", str(tmp_path), "--nbval", "--nbval-current-env"]
    command += [*options, str(path)]
    environment = {**os.environ, **environment}
    run = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )
    return run.returncode, run.stdout


def change_number(notebook):
    output = cell(notebook, "claim-check").outputs[0]
    assert "0.25" in output["text"]
    output["text"] = output["text"].replace("0.25", "0.26")


def change_curve(notebook):
    source = cell(notebook, "figure-slope")
    source.source = source.source.replace("(ax)", "(ax, reach=8.08)")


def change_demo(notebook):
    source = cell(notebook, "demo-slope")
    source.source = source.source.replace("k=2", "k=2.05")


def drop_output(notebook):
    cell(notebook, "claim-check").outputs = []


def test_an_unchanged_notebook_passes(tmp_path):
    code, text = nbval(tmp_path, read())
    assert code == 0 and "4 passed" in text, text


@pytest.mark.parametrize("damage", [change_number, change_curve, change_demo, drop_output])
def test_a_changed_notebook_fails(tmp_path, damage):
    notebook = read()
    damage(notebook)
    code, text = nbval(tmp_path, notebook)
    assert code == 1 and "1 failed, 3 passed" in text, text


def test_a_home_folder_that_cannot_be_written_to_does_no_harm(tmp_path, monkeypatch):
    (tmp_path / "conftest.py").write_text(
        (ROOT / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    for name in ("MPLCONFIGDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    code, text = nbval(tmp_path, read(), HOME="/proc/none", PYTHONPATH=str(ROOT))
    assert code == 0 and "4 passed" in text, text


@pytest.mark.parametrize("ci", ["true", ""])
def test_a_cell_that_takes_too_long_is_one_failure(tmp_path, ci):
    (tmp_path / "conftest.py").write_text(
        (ROOT / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    notebook = read()
    first = next(c for c in notebook.cells if c.cell_type == "code")
    first.source = "import time; time.sleep(1000)"
    options = ["--nbval-cell-timeout=3", "-o", "xfail_strict=true", "-rA"]
    code, text = nbval(tmp_path, notebook, *options, CI=ci, PYTHONPATH=str(ROOT))
    assert code == 1 and "1 failed, " in text, text
    assert "Timeout of 3 seconds exceeded" in text and "was skipped" not in text
