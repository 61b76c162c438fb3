"""`make lab`: its copies, and a demo in a real JupyterLab, moved by hand and from Python."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
import yaml
from nbformat import v4
from nbformat.sign import NotebookNotary
from playwright.sync_api import expect

from sigmoids_book import lab, sets
from sigmoids_book.notebooks import METADATA
from sigmoids_book.plain import plain
from tests.support import ROOT
from tests.support.example import example, save
from tests.support.notebooks import read

KERNEL = 60_000  # milliseconds: on a busy machine its first import alone takes longer than 5 s


def course(folder):
    """A folder with all that the copies are made from; its work/ is its own."""
    for name in ("chapters", "exercises", "reference", "data", "_toc.yml", "references.bib"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """All copies, as they are made."""
    folder = course(tmp_path_factory.mktemp("course"))
    made, kept = lab.copy_notebooks(folder)
    assert made and not kept
    return folder / "work"


def test_copies_are_made_once_and_never_overwritten(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "_toc.yml").write_text(
        "parts: [{caption: One, chapters: [{file: chapters/a}]}]", encoding="utf-8"
    )
    for name in ("a", "_template"):
        nbformat.write(read(), tmp_path / f"chapters/{name}.ipynb")
    made, kept = lab.copy_notebooks(tmp_path)
    assert (made, kept) == ([tmp_path / f"work/{n}.ipynb" for n in ("start", "chapters/a")], [])
    made[1].write_text("mine", encoding="utf-8")
    assert lab.copy_notebooks(tmp_path) == ([], made)
    assert made[1].read_text(encoding="utf-8") == "mine"


def links(path):
    """Text, file and fragment of each link in a copy to another, or to a cell of its own."""
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            found = re.findall(r"\[([^\]]+)\]\(([^()\s#]*)(?:#([^()\s]*))?\)", cell.source)
            yield from (link for link in found if not re.match("https?:", link[1]))


def test_every_link_of_the_copies_leads_to_a_file_and_to_a_cell_of_it(work):
    to_cells = to_timeline = 0
    for path in sorted(work.rglob("*.ipynb")):
        for text, name, fragment in links(path):
            target = (path.parent / name).resolve() if name else path
            assert target.is_file(), f"{path.name}: [{text}]({name})"
            to_timeline += target.stem == "timeline"
            if fragment:
                kind, _, cell = fragment.partition("=")
                cells = nbformat.read(target, as_version=4).cells
                assert kind == "cell-id" and cell in [c.id for c in cells], (path.name, text)
                to_cells += path.parent != work
    assert to_cells >= 90 and to_timeline >= 4


def test_the_start_lists_every_chapter_and_set_in_reading_order(work):
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    files = [entry["file"] for part in toc["parts"] for entry in part["chapters"]]
    listed = [name for name in files if name.startswith("chapters/") or name.endswith("/timeline")]
    order = [name.removeprefix("reference/") for name in listed]
    names = [name.removesuffix(".ipynb") for _, name, _ in links(work / "start.ipynb")]
    assert [n for n in names if not n.startswith("exercises/")] == order
    practice = {n.removeprefix("exercises/") for n in names if n.startswith("exercises/")}
    assert practice == {path.stem for path in (ROOT / "exercises").glob("*.ipynb")}
    for name in practice:
        assert names[names.index(f"exercises/{name}") - 1] == f"chapters/{name}"


def test_the_timeline_has_every_event(work):
    rows = (ROOT / "data/timeline/values.csv").read_text(encoding="utf-8").count("\n") - 1
    assert len(list(links(work / "timeline.ipynb"))) == rows > 30


def test_a_folded_check_shows_a_comment_and_no_answer(work):
    checks = [
        cell
        for path in (work / "exercises").glob("*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
        if sets.is_check(cell)
    ]
    assert len(checks) > 100
    for cell in checks:
        assert cell.metadata.jupyter.source_hidden
        assert cell.source.splitlines()[0] == "# The check: run this cell"


def test_copies_are_signed_and_jupyter_trusts_them(work, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    paths = sorted(work.rglob("*.ipynb"))
    assert lab.sign(paths[:1]) and lab.sign(paths[1:])  # also where the folder is there already
    notary = NotebookNotary(data_dir=str(tmp_path / "data"))
    assert all(notary.check_signature(nbformat.read(path, as_version=4)) for path in paths)
    notary.close()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("trouble", ["folder", "database"])
def test_without_a_database_of_signatures_copies_are_made_all_the_same(
    trouble, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    if trouble == "folder":
        (tmp_path / "jupyter").write_text("not a folder", encoding="utf-8")
    else:

        def refuse(*_, **__):
            raise sqlite3.OperationalError("attempt to write a readonly database")

        monkeypatch.setattr(NotebookNotary, "sign", refuse)
    monkeypatch.chdir(course(tmp_path))
    assert lab.main(["--copy-only"]) == 0
    said = capsys.readouterr().out
    assert "notebooks copied, 0 of yours" in said and "until you run their cells" in said
    assert (tmp_path / "work/chapters/formula.ipynb").exists()


def test_elsewhere_it_says_where_to_go(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert lab.main([]) == 1
    assert "is not the course's folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["work", "work/exercises"])
def test_a_file_in_the_place_of_a_folder_is_named(tmp_path, monkeypatch, capsys, name):
    monkeypatch.chdir(course(tmp_path))
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    assert lab.main(["--copy-only"]) == 1
    assert f"{name} is not a folder: rename it." in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_through_a_link_that_leads_nowhere(tmp_path, monkeypatch):
    folder = course(tmp_path)
    link, outside = folder / "work/exercises/nets.ipynb", folder / "outside.ipynb"
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    monkeypatch.setattr(lab, "_targets", lambda _: [(link, lambda: read("exercises/nets.ipynb"))])
    assert lab.copy_notebooks(folder) == ([], [link])
    assert not outside.exists()


def test_make_and_the_readme_open_jupyterlab_by_the_same_command():
    for name in ("Makefile", "README.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "python -m sigmoids_book.lab\n" in text and "jupyter lab" not in text, name


# What start.ipynb and timeline.ipynb say, word for word


TABLE = "year,era,who,what,chapter,place,key\n"
EVENTS = """1798,growth,Malthus,It grows.,a,the-rise-of-the-s,
1845,growth,Verhulst,It ends.,deep/b,cell-end,
"""


@pytest.fixture
def small(tmp_path):
    """A course with a chapter and a set at the top, and one each in a folder."""
    texts = {
        "a": ["# First\n\nHow does\nit rise?\n\nMore.", "Text\n\n## The rise: of the S \n"],
        "deep/b": ["# Second\n\nWhere does it end?", "It [began](../../reference/timeline.md)."],
    }
    for name, sources in texts.items():
        cells = [v4.new_markdown_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
        save(v4.new_notebook(cells=cells), tmp_path / f"chapters/{name}.ipynb")
    for place, chapter in (("a", "a"), ("deep/more", "deep/b")):
        notebook = example()
        notebook.metadata["sigmoids"]["chapter"] = chapter
        save(notebook, tmp_path / f"exercises/{place}.ipynb")
    toc = """parts:
- caption: One
  chapters:
  - file: chapters/a
    sections:
    - file: chapters/deep/b
- caption: Nothing for JupyterLab
  chapters: [{file: guides/teach}]
- caption: Two
  chapters: [{file: reference/timeline}]
"""
    for name, text in {
        "_toc.yml": toc,
        "references.bib": "",
        "reference/timeline.md": "# Timeline",
        "data/timeline/values.csv": TABLE + EVENTS,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_start_and_the_timeline_are_written_word_for_word(small):
    start = lab.start(small)
    assert [cell.source for cell in start.cells] == [
        lab.START,
        "## One\n\n"
        "- [First](chapters/a.ipynb): How does it rise?\n"
        "  [Exercises](exercises/a.ipynb): 1 questions, about 12 minutes.\n"
        "- [Second](chapters/deep/b.ipynb): Where does it end?\n"
        "  [Exercises](exercises/deep/more.ipynb): 1 questions, about 12 minutes.",
        "## Two\n\n- [Timeline](timeline.ipynb): who met the curve when?",
    ]
    assert [cell.id for cell in start.cells] == ["part-0", "part-1", "part-2"]
    assert [cell.source for cell in lab.timeline(small).cells] == [
        "# Timeline\n\nWho met the S-shaped curve when, and what was it there?",
        "- **1798** Malthus. It grows. [First](chapters/a.ipynb#cell-id=c1)\n"
        "- **1845** Verhulst. It ends. [Second](chapters/deep/b.ipynb#cell-id=end)",
    ]
    assert start.metadata == lab.timeline(small).metadata == METADATA
    assert lab.START.splitlines()[0] == "# The Sigmoid Function: from Verhulst to LeNet"
    assert "# Your code here" in lab.START and "Shift+Enter" in lab.START


def test_a_heading_that_is_not_there_is_named(small):
    table = small / "data/timeline/values.csv"
    table.write_text(f"{TABLE}1798,growth,Malthus,It grows.,a,the-fall,\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.ipynb has no heading 'the-fall', which data/time"):
        lab.timeline(small)


def test_what_lies_in_folders_is_copied_to_folders(small):
    made, kept = lab.copy_notebooks(small)
    names = ["start", "timeline", "chapters/a", "chapters/deep/b", "exercises/a"]
    assert made == [small / f"work/{name}.ipynb" for name in [*names, "exercises/deep/more"]]
    assert kept == []
    copy = read(small / "work/chapters/deep/b.ipynb")
    assert copy.cells[1].source == "It [began](../../timeline.ipynb)."
    assert (small / "work/chapters/deep/../../timeline.ipynb").exists()
    (small / "reference/timeline.md").unlink()
    made[1].unlink()
    assert lab.copy_notebooks(small) == ([], [made[0], *made[2:]])


AS_ROOT = (
    "You are root: a container is made for that, and elsewhere cells may change the whole system, "
    "so an account of your own is better. If your browser runs outside of the container, type "
    "python -m sigmoids_book.lab --no-browser --ip=0.0.0.0\n"
)


@pytest.mark.parametrize("user", [0, 1000])
def test_jupyterlab_is_opened_with_the_courses_settings_before_the_users(
    monkeypatch, capsys, small, user
):
    opened = []
    monkeypatch.setattr("jupyterlab.labapp.LabApp.launch_instance", opened.append)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(lab, "sign", lambda paths: not opened)
    monkeypatch.setenv("MPLBACKEND", "pdf")
    monkeypatch.setenv("JUPYTER_PATH", "/mine")
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")  # so that it is as before in the end
    monkeypatch.chdir(small)
    assert lab.main(["--no-browser", "--port=9"]) == 0
    settings = ROOT / "sigmoids_book/jupyter"
    own = [
        f"--ServerApp.root_dir={small / 'work'}",
        "--LabApp.default_url=/lab/tree/start.ipynb",
        f"--LabApp.extra_labextensions_path={settings / 'labextensions'}",
    ]
    as_root = ["--allow-root"] if user == 0 else []
    assert opened == [[*own, *as_root, "--no-browser", "--port=9"]]
    assert "MPLBACKEND" not in os.environ
    assert os.environ["JUPYTER_PATH"] == f"{sys.prefix}/share/jupyter{os.pathsep}/mine"
    assert os.environ["JUPYTER_CONFIG_PATH"] == str(settings)
    copied = "work/: 6 notebooks copied, 0 of yours left as they were\n"
    assert capsys.readouterr() == (copied + (AS_ROOT if user == 0 else ""), "")

    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/settings")
    assert lab.main(["--copy-only"]) == 0
    assert len(opened) == 1
    assert capsys.readouterr().out == (
        "work/: 0 notebooks copied, 6 of yours left as they were\n"
        "Jupyter's data folder cannot be written, so pictures and demos of the copies show as text "
        "until you run their cells.\n"
    )
    assert lab.main([]) == 0
    assert os.environ["JUPYTER_CONFIG_PATH"] == f"{settings}{os.pathsep}/settings"


# In JupyterLab itself


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory):
    """The address of the course's JupyterLab, opened for a reader new to Jupyter, and its work/."""
    tmp_path = course(tmp_path_factory.mktemp("jupyterlab"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path / "home"
    dead = tmp_path / "others/kernels/python3"  # as modules of a cluster leave it
    dead.mkdir(parents=True)
    spec = {"argv": ["/nowhere/python", "{connection_file}"], "display_name": "Old"}
    (dead / "kernel.json").write_text(json.dumps(spec | {"language": "python"}), encoding="utf-8")
    names = "JUPYTER_CONFIG_DIR JUPYTER_DATA_DIR JUPYTER_RUNTIME_DIR JUPYTERLAB_SETTINGS_DIR"
    names += " JUPYTERLAB_WORKSPACES_DIR IPYTHONDIR"
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment |= {n: str(home / n) for n in names.split()}
    environment |= {"JUPYTER_PATH": str(tmp_path / "others"), "MPLBACKEND": "pdf"}
    command = [sys.executable, "-m", "sigmoids_book.lab", "--no-browser"]
    command += [f"--port={port}", "--ip=127.0.0.1", "--ServerApp.port_retries=0"]
    command += ["--IdentityProvider.token="]
    with (tmp_path / "lab.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=2).close()
                break
            except OSError:
                assert server.poll() is None, (tmp_path / "lab.log").read_text(encoding="utf-8")
                time.sleep(0.1)
        yield address, tmp_path / "work"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def wait_for_kernel(address, path):
    """Until the kernel of the notebook is idle and a page holds a connection to it.

    The page's own indicator says idle before there is a kernel; a cell run then asks for one.
    """
    for _ in range(600):
        sessions = json.load(urllib.request.urlopen(f"{address}/api/sessions", timeout=10))
        kernels = [session["kernel"] for session in sessions if session["path"] == path]
        if kernels and kernels[0]["execution_state"] == "idle" and kernels[0]["connections"]:
            return
        time.sleep(0.1)
    raise AssertionError(f"no kernel was ready within a minute: {kernels}")


PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"


@pytest.fixture
def lab_page(jupyterlab, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(60_000)
    yield page
    page.close()


def test_the_start_opens_first_and_leads_to_pictures_that_are_not_yet_run(jupyterlab, lab_page):
    lab_page.goto(jupyterlab[0])
    panel = lab_page.locator(PANEL)
    expect(panel.get_by_role("heading", name="Part I: The function")).to_be_visible(timeout=KERNEL)
    assert "start.ipynb" in lab_page.title()
    panel.get_by_role("link", name="The formula").click()
    demo = panel.locator(".jp-RenderedSVG").first
    expect(demo).to_be_visible(timeout=KERNEL)
    expect(panel.locator(".jp-OutputArea-output").first).not_to_contain_text("Demo(")
    assert "<Figure size" not in panel.inner_text()
    # nbgrader is installed, for teachers.
    for words in ("Validate", "Create Assignment", "Nbgrader"):
        expect(lab_page.get_by_text(words)).to_have_count(0)
    lab_page.keyboard.press("Control+Shift+c")
    lab_page.locator(".lm-CommandPalette-input").fill("assignment")
    expect(lab_page.get_by_text("Create Assignment")).to_have_count(0)


def test_a_link_to_a_cell_opens_the_chapter_at_that_cell(jupyterlab, lab_page):
    lab_page.goto(f"{jupyterlab[0]}/lab/tree/timeline.ipynb?reset")
    panel = lab_page.locator(PANEL)
    panel.locator("a[href*='verhulst'], a[data-commandlinker-args*='verhulst']").nth(2).click()
    heading = panel.get_by_role("heading", name="Three counts, three numbers")
    expect(heading).to_be_in_viewport(timeout=KERNEL)


def test_one_click_on_a_check_does_not_show_its_answers(jupyterlab, lab_page):
    lab_page.goto(f"{jupyterlab[0]}/lab/tree/exercises/formula.ipynb?reset")
    panel = lab_page.locator(PANEL)
    wait_for_kernel(jupyterlab[0], "exercises/formula.ipynb")
    check = panel.locator(".jp-CodeCell").nth(2)
    folded, editor = check.locator(".jp-InputPlaceholder"), check.locator(".cm-content")
    expect(folded).to_have_text("# The check: run this cell", timeout=KERNEL)
    folded.click()
    check.locator(".jp-InputCollapser").click()
    lab_page.wait_for_timeout(600)  # so that the next click does not count as the second
    expect(folded).to_be_visible()
    expect(check.filter(has=editor.filter(visible=True))).to_have_count(0)
    panel.locator(".jp-CodeCell").nth(0).locator(".cm-content").click()
    lab_page.keyboard.press("Shift+Enter")
    folded.click()
    lab_page.keyboard.press("Shift+Enter")
    expect(check.locator(".jp-OutputArea")).to_contain_text("s_curve", timeout=KERNEL)
    expect(folded).to_be_visible()
    folded.dblclick()
    expect(editor).to_contain_text("mistakes = {")
    expect(folded).to_have_count(0)


def test_a_demo_in_jupyterlab_is_moved_by_hand_and_from_python(jupyterlab, browser):
    address, work = jupyterlab
    sources = [
        "from sigmoids.demos import SlopeDemo\ndemo = SlopeDemo(k=2)\ndemo",
        'print("k is", demo.k)',
        "demo.k = 0.5",
        "from sigmoids.demos import LenetDemo\nLenetDemo(digit='6')",
    ]
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    quiz = plain(read(), ROOT / "references.bib").cells[-1]
    notebook = nbformat.v4.new_notebook(cells=[*cells, quiz], metadata=METADATA)
    nbformat.write(notebook, work / "a.ipynb")
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.set_default_timeout(60_000)
    page.goto(f"{address}/lab/tree/a.ipynb?reset")
    wait_for_kernel(address, "a.ipynb")
    code = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")

    def run(number):
        code.nth(number).locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        prompt = code.nth(number).locator(".jp-InputPrompt").first
        expect(prompt).to_have_text(re.compile(r"\[(\*|\d+)\]"), timeout=KERNEL)

    run(0)
    slider = code.nth(0).locator("input[type=range][name=k]")
    expect(slider).to_have_value("2", timeout=KERNEL)
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_value("2.05", timeout=KERNEL)
    run(1)
    expect(code.nth(1).locator(".jp-OutputArea-output")).to_have_text("k is 2.05", timeout=KERNEL)
    run(2)
    expect(slider).to_have_value("0.5", timeout=KERNEL)
    expect(code.nth(0).locator("[data-name=greatest]")).to_have_text("0.1250", timeout=KERNEL)
    run(3)  # its weights come in a message of their own
    expect(code.nth(3).locator("[data-name=best]")).to_have_text("6", timeout=KERNEL)
    choice = page.locator(".jp-MarkdownCell details").first
    choice.locator("summary").click()
    expect(choice).to_contain_text("No:")
    assert code.count() == len(sources)  # no key reached the notebook's own shortcuts
    page.close()
