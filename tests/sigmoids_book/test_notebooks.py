"""The checker of notebooks refuses what must not be published, naming file, cell and remedy."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

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


# What the command does with files


OURS = {"chapter": "formula", "minutes": 5}
STREAM = v4.new_output("stream", text="1")
SVG = v4.new_output("display_data", {"image/svg+xml": "<svg/>", "text/plain": "<Figure>"})


def foreign():
    """A notebook as an editor of another kind leaves it; its cell runs."""
    notebook = v4.new_notebook(
        cells=[
            v4.new_markdown_cell("# Title", metadata={"collapsed": True, "tags": ["a"]}),
            v4.new_code_cell(
                "from pathlib import Path\n"
                "print(6 * 7, flush=True)\n"
                "print(Path('beside.txt').exists())",
                metadata={
                    "tags": ["b"],
                    "ExecuteTime": {"end_time": "2026"},
                    "sigmoids": {"kind": "predict"},
                    "nbgrader": {"grade_id": "x"},
                    "mystnb": {"image": {"alt": "x"}},
                    "jupyter": {"source_hidden": True},
                },
            ),
        ],
        metadata={
            "kernelspec": {"name": "other", "display_name": "Other", "language": "julia"},
            "language_info": {"name": "julia", "version": "1.10"},
            "colab": {"provenance": []},
            "widgets": {"application/vnd.jupyter.widget-state+json": {}},
            "sigmoids": OURS,
        },
    )
    notebook.nbformat_minor = 4
    for number, one in enumerate(notebook.cells):
        del one["id"]
        notebook.cells[number] = one
    return notebook


def command(path):
    """The command on a file; its exit status, and what it said to either side."""
    words = [sys.executable, "-m", "sigmoids_book.notebooks", path]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120)
    return done.returncode, done.stdout, done.stderr


def test_a_notebook_is_run_where_it_lies_and_brought_into_one_form(tmp_path):
    path = tmp_path / "deep/a.ipynb"
    path.parent.mkdir()
    (path.parent / "beside.txt").touch()
    nbformat.write(foreign(), path)
    path.chmod(0o640)
    status, out, said = command(path)
    assert status == 0 and "Warning" not in said
    assert re.fullmatch(re.escape(str(path)) + r"  \d\d?\.\d s\n", out)
    first = path.read_bytes()
    notebook = read(path)
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "sigmoids": OURS,
    }
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert all(one.id for one in notebook.cells)
    title, code = notebook.cells
    assert title.metadata == {"tags": ["a"]}
    assert list(code.metadata) == ["jupyter", "mystnb", "nbgrader", "sigmoids", "tags"]
    assert code.outputs == [v4.new_output("stream", name="stdout", text="42\nTrue\n")]
    assert code.execution_count == 1
    assert first.endswith(b"}\n") and b"\r" not in first
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in path.parent.iterdir()) == ["a.ipynb", "beside.txt"]

    assert command(path)[0] == 0
    assert path.read_bytes() == first


def test_what_a_widget_calls_itself_is_left_out():
    data = {mime.WIDGET: {"model_id": "1f"}, mime.DEMO: {"k": 1}}
    code = v4.new_code_cell("demo", outputs=[v4.new_output("display_data", data)])
    notebook = v4.new_notebook(cells=[code, v4.new_markdown_cell("no outputs")])
    notebooks.normalise(notebook)
    assert notebook.cells[0].outputs[0].data == {mime.DEMO: {"k": 1}}
    assert notebook.metadata == notebooks.METADATA
    assert [one.metadata for one in notebook.cells] == [{}, {}]


def test_a_notebook_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path, link = tmp_path / "a.ipynb", tmp_path / "link.ipynb"
    path.write_text("before", encoding="utf-8")
    link.symlink_to(path)
    notebooks.write(v4.new_notebook(), link)
    assert link.is_symlink() and path.read_text(encoding="utf-8").endswith("}\n")
    before = path.read_bytes()

    def full(self, text, **_):
        self.write_bytes(b"{")
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="no space"):
        notebooks.write(v4.new_notebook(), path)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path, link]


def test_without_names_all_chapters_and_solutions_are_meant_in_folders_too(tmp_path, monkeypatch):
    meant = ["chapters/_template", "chapters/b", "chapters/deep/a", "solutions/a", "solutions/x/y"]
    others = ["exercises/a", "a", "chapters/.ipynb_checkpoints/b", "work/chapters/b"]
    for name in (*meant, *others):
        path = tmp_path / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell("no title")]), path)
    (tmp_path / "chapters/b.md").touch()
    assert notebooks.default_paths(tmp_path) == [tmp_path / f"{name}.ipynb" for name in meant]
    found = notebooks.find(tmp_path / "chapters")
    assert found == [tmp_path / f"chapters/{name}.ipynb" for name in ("b", "deep/a")]
    monkeypatch.chdir(tmp_path)
    done = []
    monkeypatch.setattr(notebooks, "execute", done.append)
    assert notebooks.main([]) == 1
    assert done == notebooks.default_paths(tmp_path)


def faulty():
    def code(*outputs, **more):
        return v4.new_code_cell("x", outputs=list(outputs), **more)

    error = v4.new_output("error", ename="ValueError", evalue="", traceback=[])
    jpeg = v4.new_output("display_data", {"image/jpeg": "", "text/plain": "x"})
    png = v4.new_output("execute_result", {"image/png": ""}, execution_count=1)
    widget = v4.new_output("display_data", {mime.WIDGET: {}})
    demo = v4.new_output("execute_result", {"text/plain": "SlopeDemo(k=2)"}, execution_count=1)
    long = v4.new_output("execute_result", {"text/plain": "sigmoids.demos.SlopeDemo(k=2)"})
    kept = v4.new_output("execute_result", {"text/plain": "SlopeDemo()", mime.DEMO: {}})
    alt = {"mystnb": {"image": {"alt": " "}}}
    cells = [
        v4.new_markdown_cell("No title"),
        code(error, execution_count=1),
        code(error, execution_count=2, metadata={"tags": ["raises-exception"]}),
        code(jpeg, execution_count=3),
        code(png, execution_count=4),
        code(widget, execution_count=5),
        code(demo, execution_count=6),
        code(long, execution_count=7),
        code(kept, execution_count=8),
        code(SVG, execution_count=9, metadata=alt),
        code(SVG, execution_count=10, metadata={"mystnb": {"image": {"alt": "A curve"}}}),
        v4.new_code_cell(" "),
        code(execution_count=11),
        v4.new_code_cell("MyDemo(", outputs=[v4.new_output("stream", text="x")]),
    ]
    for number, one in enumerate(cells, start=1):
        one.id = f"c{number}"
    return v4.new_notebook(cells=cells)


AGAIN = "Run `make notebooks`."
SAID = [
    "cell 1 (id c1): the title is missing. Begin with Markdown, `# …`.",
    f"cell 2 (id c2): stored an error (ValueError). Mend the cell. {AGAIN}",
    *(
        f"cell {n} (id c{n}): stores a bitmap, which is not compared. "
        "Call `figures.use_style()` first."
        for n in (4, 5)
    ),
    *(f"cell {n} (id c{n}): the demo's state was stripped. {AGAIN}" for n in (6, 7, 8)),
    "cell 10 (id c10): a figure without alt text. "
    "Add it to the cell's metadata: mystnb, image, alt.",
    f"cell 14 (id c14): was not executed. {AGAIN}",
]


def test_each_fault_of_a_notebook_is_named_and_a_check_changes_nothing(tmp_path, capsys):
    path = tmp_path / "a.ipynb"
    nbformat.write(faulty(), path)
    before = path.read_bytes()
    assert notebooks.main(["--check", str(path)]) == 1
    out, said = capsys.readouterr()
    assert out == "" and said.splitlines() == [f"{path}, {line}" for line in SAID]
    assert path.read_bytes() == before
    for name, sources in {"empty": [], "good": ["# Title"]}.items():
        nbformat.write(v4.new_notebook(cells=[*map(v4.new_markdown_cell, sources)]), path)
        assert notebooks.main(["--check", str(path)]) == (name == "empty")
        out, said = capsys.readouterr()
        empty = f"{path}: the title is missing. Begin with Markdown, `# …`.\n"
        assert (out, said) == ("", empty if name == "empty" else "")


@pytest.mark.parametrize("prompts", [(1, 3), (2, 3), (2, 1), (1, 1), (0, 1)])
def test_cells_that_were_not_run_once_in_order_are_named(prompts):
    cells = [v4.new_code_cell("1", execution_count=n, outputs=[STREAM]) for n in prompts]
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("# T"), *cells])
    (said,) = notebooks.complaints(notebook, "a.ipynb")
    what = f"the cells were not run once each, from top to bottom (prompts {list(prompts)})."
    assert str(said) == f"a.ipynb: {what} {AGAIN}"


def test_a_notebook_without_outputs_is_named_once():
    notebook = v4.new_notebook(cells=[v4.new_code_cell("1"), v4.new_code_cell("2")])
    (said,) = notebooks.complaints(notebook, "a.ipynb")
    remedy = "Run `make notebooks`, then commit the notebook."
    assert str(said) == f"a.ipynb: no cell has an output. {remedy}"


def test_cells_whose_output_is_not_compared_are_counted():
    tags = (["nbval-ignore-output"], ["nbval-skip"], ["hide-input"], [])
    tagged = [v4.new_code_cell("1", metadata={"tags": names}) for names in tags]
    comments = ("1 # NBVAL_SKIP", "1 #NBVAL_IGNORE_OUTPUT", "# nothing", "NBVAL_SKIP", " ")
    cells = [*tagged, *map(v4.new_code_cell, comments), v4.new_markdown_cell("# NBVAL_SKIP")]
    assert notebooks.uncompared(v4.new_notebook(cells=cells)) == (8, 4)


def test_the_usage_names_the_command_as_it_is_typed(capsys):
    with pytest.raises(SystemExit):
        notebooks.main(["--help"])
    assert capsys.readouterr().out.startswith("usage: python -m sigmoids_book.notebooks [-h]")
