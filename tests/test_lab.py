"""`make lab`: its copies, and a demo in a real JupyterLab, moved by hand and from Python."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
from playwright.sync_api import expect

from sigmoids import lab
from sigmoids.notebooks import METADATA
from tests.conftest import ROOT
from tests.test_notebooks import read

KERNEL = 60_000  # milliseconds: on a busy machine its first import alone takes longer than 5 s


def test_copies_are_made_once_and_never_overwritten(tmp_path):
    (tmp_path / "chapters").mkdir()
    for name in ("a", "_template"):
        nbformat.write(read(), tmp_path / f"chapters/{name}.ipynb")
    made, kept = lab.copy_notebooks(tmp_path)
    assert (made, kept) == ([tmp_path / "work/chapters/a.ipynb"], [])
    made[0].write_text("mine", encoding="utf-8")
    assert lab.copy_notebooks(tmp_path) == ([], made)
    assert made[0].read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("path", sorted((ROOT / "chapters").glob("*.ipynb")), ids=lambda p: p.stem)
def test_copies_hold_nothing_that_only_the_book_understands(path):
    notebook = nbformat.read(path, as_version=4)
    copy = lab.plain(notebook, ROOT / "references.bib")
    before = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    after = "\n".join(c.source for c in copy.cells if c.cell_type == "markdown")
    assert not re.search(r"^:::|\{[a-z:]+\}`", after, flags=re.MULTILINE)
    assert after.count("<details>") == len(re.findall(r"^- \([ x]\)", before, flags=re.MULTILINE))
    assert after.count("\nRight. ") == before.count(":::{quiz}") > 0
    assert [c.source for c in copy.cells if c.cell_type == "code"] == [
        c.source for c in notebook.cells if c.cell_type == "code"
    ]


def test_citations_become_authors_and_years():
    bibliography = ROOT / "references.bib"
    one = nbformat.v4.new_markdown_cell(
        "{cite:t}`verhulst1845` and {cite:p}`verhulst1845,rumelhart1986`"
    )
    text = lab.plain(nbformat.v4.new_notebook(cells=[one]), bibliography).cells[0].source
    assert text == "Verhulst (1845) and (Verhulst, 1845; Rumelhart et al., 1986)"


def test_terms_of_the_glossary_become_bare_words():
    source = "{term}`odds`, {term}`a dead unit <dead unit>` and {term}`S-curves<sigmoid>`"
    one = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(source)])
    text = lab.plain(one, ROOT / "references.bib").cells[0].source
    assert text == "odds, a dead unit and S-curves"


@pytest.fixture
def jupyterlab(tmp_path):
    """The address of a JupyterLab of its own, on the folder `tmp_path / "work"`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path / "home"
    (tmp_path / "work").mkdir()
    names = "JUPYTER_CONFIG_DIR JUPYTER_DATA_DIR JUPYTER_RUNTIME_DIR JUPYTERLAB_SETTINGS_DIR"
    names += " JUPYTERLAB_WORKSPACES_DIR IPYTHONDIR"
    environment = {**os.environ, "HOME": str(home)} | {n: str(home / n) for n in names.split()}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--ip=127.0.0.1", "--ServerApp.port_retries=0", "--IdentityProvider.token="]
    command += [f"--ServerApp.root_dir={tmp_path / 'work'}", "--LabApp.news_url="]
    command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    with (tmp_path / "lab.log").open("w") as log:
        server = subprocess.Popen(
            command, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=2).close()
                break
            except OSError:
                assert server.poll() is None, (tmp_path / "lab.log").read_text()
                time.sleep(0.1)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def wait_for_kernel(address):
    """Until the server's one kernel is idle and a page holds a connection to it.

    The page's own indicator says idle before there is a kernel; a cell run then asks for one.
    """
    for _ in range(600):
        kernels = json.load(urllib.request.urlopen(f"{address}/api/kernels", timeout=10))
        if kernels and kernels[0]["execution_state"] == "idle" and kernels[0]["connections"]:
            return
        time.sleep(0.1)
    raise AssertionError(f"no kernel was ready within a minute: {kernels}")


def test_a_demo_in_jupyterlab_is_moved_by_hand_and_from_python(jupyterlab, browser, tmp_path):
    sources = [
        "from sigmoids.demos import SlopeDemo\ndemo = SlopeDemo(k=2)\ndemo",
        'print("k is", demo.k)',
        "demo.k = 0.5",
        "from sigmoids.demos import LenetDemo\nLenetDemo(digit='6')",
    ]
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    quiz = lab.plain(read(), ROOT / "references.bib").cells[-1]
    notebook = nbformat.v4.new_notebook(cells=[*cells, quiz], metadata=METADATA)
    nbformat.write(notebook, tmp_path / "work/a.ipynb")
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.set_default_timeout(60_000)
    page.goto(f"{jupyterlab}/lab/tree/a.ipynb?reset")
    wait_for_kernel(jupyterlab)
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
