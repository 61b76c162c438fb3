"""Readers without PyTorch: the chapter's unmarked cells run where it is missing."""

import os
import subprocess
import sys

import nbformat
import pytest

from tests.support import ROOT

MARK = "# needs PyTorch"


@pytest.fixture(scope="module")
def cells():
    notebook = nbformat.read(ROOT / "chapters/pytorch.ipynb", as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_a_cell_is_marked_if_and_only_if_it_needs_pytorch(cells):
    words = ("torch", "F.", "nn.", "steady")
    for cell in cells:
        code = cell.source.removeprefix(MARK)
        marked = cell.source.startswith(MARK)
        assert marked == any(word in code for word in words), f"cell {cell.id}"


def test_unmarked_cells_run_without_pytorch(cells):
    twins = [cell.source for cell in cells if not cell.source.startswith(MARK)]
    blocked = "import sys; sys.modules['torch'] = None"
    code = "\n\n".join([blocked, *twins])
    environment = os.environ | {"MPLBACKEND": "agg"}
    run = subprocess.run(
        [sys.executable, "-"], input=code, env=environment, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    for expected in ("from 0.0345 to 0.9135", "from 0.2182 to 0.5587"):
        assert expected in run.stdout
