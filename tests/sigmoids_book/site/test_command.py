"""`python -m sigmoids_book.site`: what it refuses before it builds, and what it says of a log."""

from types import SimpleNamespace

import nbformat
import pytest
from nbformat import v4

from sigmoids_book.site import __main__ as command
from sigmoids_book.site import again

OPENING = "\x1b[91m"


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A folder with a notebook of two cells, in which we are."""
    cells = [v4.new_markdown_cell(text, id=name) for name, text in (("one", "1"), ("two", "2"))]
    nbformat.write(v4.new_notebook(cells=cells), tmp_path / "a.ipynb")
    monkeypatch.chdir(tmp_path)
    for name in ("SITE_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_each_warning_of_a_log_is_told_once_with_place_and_remedy(root):
    log = f"""Running Sphinx
{root}/deep/page.md:12: WARNING: 'myst' cross-reference target not found: 'x' [myst.xref_missing]
{root}/deep/page.md:12: WARNING: 'myst' cross-reference target not found: 'x' [myst.xref_missing]
{root}/a.ipynb:20003: WARNING: local id not found in doc 'b': 'c' [myst.xref_missing]
{root}/page.md: WARNING: image file not readable: d.svg
/elsewhere/page.md:: ERROR: Unknown interpreted text role "e".
WARNING: could not find bibtex key "f" [bibtex.key_not_found]
{root}/page.md:7: WARNING: something of its own. Mend it…
{root}/page.md:8: WARNING: term not in glossary: 'g'
{root}/page.md:9: ERROR: Unknown directive type: 'h' [myst.directive_unknown]
WARNING: toctree contains reference to nonexisting document 'i'
not a WARNING: here
"""
    assert [str(one) for one in command.explain(log, root)] == [
        "deep/page.md, line 12: 'myst' cross-reference target not found: 'x'. "
        "Mend the link, or add what it names.",
        "a.ipynb, cell 2 (id two), line 3: local id not found in doc 'b': 'c'. "
        "Mend the part after #, or add the heading that it names.",
        "page.md: image file not readable: d.svg. Add the file, or mend its name.",
        '/elsewhere/page.md: Unknown interpreted text role "e". Mend the name in braces.',
        'could not find bibtex key "f". Add the source to references.bib, or mend the key.',
        "page.md, line 7: something of its own. Mend it.",
        "page.md, line 8: term not in glossary: 'g'. "
        "Mend the term, or add it to reference/glossary.md.",
        "page.md, line 9: Unknown directive type: 'h'. Mend the name in braces.",
        "toctree contains reference to nonexisting document 'i'. "
        "Add the file, or take its line out of _toc.yml.",
    ]


def test_of_a_build_that_stopped_the_last_exception_is_told_or_the_end_of_its_log():
    log = "KeyError: 'a'\n  File x\nsphinx.errors.ExtensionError: b: c\nRuntimeError: \nend\n"
    assert [str(c) for c in command.explain_stop(log)] == ["sphinx.errors.ExtensionError: b: c"]
    lines = [f"line {number}" for number in range(40)]
    assert [str(c) for c in command.explain_stop("\n".join(lines))] == lines[-15:]


def test_what_sphinx_does_is_read_from_its_log_between_colours():
    log = (
        "\x1b[2K\x1b[01mreading sources... \x1b[39;49;00m[ 40%] \x1b[35mchapters/a-b\x1b[39;49;00m"
    )
    log += "\nwriting output... [100%] index"
    assert command.STEP.findall(log) == [
        ("reading", "40", "chapters/a-b"),
        ("writing", "100", "index"),
    ]


def test_outside_of_a_book_and_for_no_address_nothing_is_built(root, capsys, monkeypatch):
    assert command.main() == 2
    said = "Run this at the top of the repository, where _config.yml stands.\n"
    assert capsys.readouterr() == ("", said)
    (root / "_config.yml").touch()
    monkeypatch.setenv("SITE_URL", "nowhere")
    assert command.main() == 2
    out, said = capsys.readouterr()
    assert out == "" and said.startswith("SITE_URL names 'nowhere', which is no address of a site.")
    assert not (root / "_build").exists()
    odd = root / "a[b]*"
    odd.mkdir()
    (odd / "_config.yml").touch()
    monkeypatch.chdir(odd)
    assert command.main() == 2
    said = f"{odd}: rename the folder, without any of [ ] * ?, to build.\n"
    assert capsys.readouterr() == ("", said)


class Build:
    """In place of Jupyter Book's process: it writes a log, and ends with a status."""

    def __init__(self, status, text=""):
        self.status, self.text, self.asked = status, text, []

    def __call__(self, words, *, stdout, env, **_):
        self.asked.append((words[2:], env))
        stdout.write(self.text)
        stdout.flush()
        self.returncode = None
        return self

    def poll(self):
        before, self.returncode = self.returncode, self.status
        return before


@pytest.fixture
def book(root, monkeypatch):
    (root / "_config.yml").touch()
    monkeypatch.setattr(again, "begin", lambda where: f"begun in {where}")
    ended = []
    monkeypatch.setattr(again, "end", lambda *told: ended.append(told))
    monkeypatch.setattr(command.time, "sleep", lambda _: None)
    # Of these tests/sigmoids_book/test_bundles.py and test_node.py speak.
    monkeypatch.setattr(command.node, "install", lambda: None)
    monkeypatch.setattr(command.bundles, "bundle", lambda _: {})
    return SimpleNamespace(root=root, ended=ended)


def run(monkeypatch, build):
    monkeypatch.setattr(command.subprocess, "Popen", build)
    return command.main()


def test_a_failed_build_tells_its_warnings_and_where_the_rest_stands(book, monkeypatch, capsys):
    build = Build(3, f"{OPENING}{book.root}/a.md:1: WARNING: odd\x1b[0m\nRuntimeError: \n")
    for _ in range(2):
        assert run(monkeypatch, build) == 1
        out, said = capsys.readouterr()
        assert out == "Building the book\n"
        assert [line for line in said.splitlines() if "a.md" in line or "_build" in line] == [
            "a.md, line 1: odd.",
            "The book was not built: see above, or all in _build/build.log.",
        ]
        assert (book.root / "_build/build.log").read_text("utf-8") == build.text
    assert book.ended == []
    words, environment = build.asked[0]
    assert words == [command.JUPYTER_BOOK, "build", ".", "-W", "--keep-going"]
    wanted = {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "OMP_NUM_THREADS": "1"}
    wanted["PYTHONIOENCODING"] = "utf-8:backslashreplace"
    assert {name: environment.get(name) for name in wanted} == wanted
    assert "SOURCE_DATE_EPOCH" not in environment


def test_a_full_disk_is_named_after_what_the_log_says(book, monkeypatch, capsys):
    room = iter([command.ROOM - 1, command.ROOM])
    monkeypatch.setattr(command.shutil, "disk_usage", lambda _: SimpleNamespace(free=next(room)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "x")
    build = Build(1, "OSError: [Errno 28] No space left\n")
    assert run(monkeypatch, build) == run(monkeypatch, build) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if "%" not in line]
    full = f"{book.root / '_build'}: the disk is full. {command.terminal.FULL}"
    end = "The book was not built: see above, or all in _build/build.log."
    told = [line for line in lines if line.strip()]
    assert told == ["OSError: [Errno 28] No space left", full, end, told[0], end]
    assert "SOURCE_DATE_EPOCH" not in build.asked[0][1]


def test_a_book_that_is_built_is_packed_and_the_next_build_may_go_on_from_it(
    book, monkeypatch, capsys
):
    page = book.root / "_build/html/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>", encoding="utf-8")
    assert run(monkeypatch, Build(0)) == 0
    archive = book.root / "_build/sigmoid-function.zip"
    assert capsys.readouterr().out.splitlines() == [
        "Building the book",
        f"The book is in {page.parent}, to take along in {archive}",
        f"Open {page}, or serve it: make serve",
    ]
    assert archive.exists()
    assert book.ended == [(book.root, f"begun in {book.root}")]
