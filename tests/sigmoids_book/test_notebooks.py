"""The checker of notebooks refuses what must not be published, naming file, cell and remedy."""

import pytest

from sigmoids import mime
from sigmoids_book import notebooks, toc
from sigmoids_book.complaint import Place
from tests.support import ROOT
from tests.support.notebooks import cell, read


@pytest.mark.parametrize(
    "path", notebooks.default_paths(ROOT), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_no_complaint_about_the_notebooks_of_the_book(path):
    assert notebooks.complaints(read(path), path.name) == []


def with_torch():
    """By notebook the cell that imports PyTorch."""
    for path in notebooks.default_paths(ROOT):
        for c in read(path).cells:
            if c.cell_type == "code" and "import torch\n" in c.source:
                yield f"{path.parent.name}-{path.stem}", c.source


def test_who_imports_pytorch_sets_one_thread():
    """A learner's JupyterLab is started in many ways, and not all of them set it."""
    found = dict(with_torch())
    assert len(found) >= 5
    assert [
        name for name, source in found.items() if "torch.set_num_threads(1)" not in source
    ] == []


def strip_outputs(notebook):
    for c in notebook.cells:
        if c.cell_type == "code":
            c.outputs = []


def forget_execution(notebook):
    cell(notebook, "claim-check").execution_count = None


def drop_alt(notebook):
    cell(notebook, "figure-slope").metadata = {}


def strip_demo(notebook):
    del cell(notebook, "demo-slope").outputs[0]["data"][mime.DEMO]


def make_bitmap(notebook):
    data = cell(notebook, "figure-slope").outputs[0]["data"]
    data["image/png"] = data.pop(mime.SVG)


def run_out_of_order(notebook):
    cell(notebook, "claim-check").execution_count = 9


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (strip_outputs, "no cell has an output. Run `make notebooks`"),
        (forget_execution, "cell 4 (id claim-check): was not executed"),
        (drop_alt, "cell 6 (id figure-slope): a figure without alt text"),
        (strip_demo, "cell 8 (id demo-slope): the demo's state was stripped"),
        (make_bitmap, "cell 6 (id figure-slope): stores a bitmap"),
        (run_out_of_order, "not run once each, from top to bottom"),
    ],
)
def test_a_damaged_notebook_is_refused(damage, message):
    notebook = read()
    damage(notebook)
    found = [str(complaint) for complaint in notebooks.complaints(notebook, "x.ipynb")]
    assert any(message in complaint for complaint in found), found
    assert all(complaint.startswith("x.ipynb") for complaint in found)


def test_fewer_than_three_percent_of_cells_go_uncompared():
    counts = [notebooks.uncompared(read(p)) for p in notebooks.default_paths(ROOT)]
    cells, ignored = (sum(column) for column in zip(*counts, strict=True))
    assert cells > 50
    assert ignored < 0.03 * cells


def test_toc_and_files_agree_or_are_named(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters/stray.ipynb").touch()
    (tmp_path / "_toc.yml").write_text(
        "parts:\n- chapters:\n  - file: chapters/lost\n", encoding="utf-8"
    )
    lost, stray = toc.complaints(tmp_path)
    assert lost.place == Place("_toc.yml", line=3)
    assert "chapters/lost" in lost.what and "no such file" in lost.what
    assert stray.place == Place("chapters/stray.ipynb")
    assert "- file: chapters/stray" in stray.remedy
    assert toc.complaints(ROOT) == []
