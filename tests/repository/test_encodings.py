"""Every text says its encoding, and no terminal ends a command for a character that it lacks."""

import ast
import os
import shutil
import subprocess
import sys

import nbformat
import pytest

from sigmoids import terminal
from tests.support import ROOT

FOLDERS = ("sigmoids", "sigmoids_book", "tests", "benchmarks", "data", "chapters", "solutions")
STARTERS = ("run", "Popen", "check_output", "check_call", "call")


def sources():
    """Name and code of every file of Python and every notebook."""
    yield from ((p.name, p.read_text(encoding="utf-8")) for p in ROOT.glob("*.py"))
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "submissions" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        for path in sorted((ROOT / folder).glob("*.ipynb")):
            cells = nbformat.read(path, as_version=4).cells
            code = "\n".join(c.source for c in cells if c.cell_type == "code")
            yield path.relative_to(ROOT).as_posix(), code


def unsaid(source):
    """The calls, with their lines, that leave the encoding of a text to the machine."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        method = isinstance(call.func, ast.Attribute)
        name = call.func.attr if method else getattr(call.func, "id", "")
        owner = ast.unparse(call.func.value) if method else ""
        if "encoding" in given or None in given:
            continue
        if name in STARTERS and owner in ("subprocess", ""):
            found = bool({"text", "universal_newlines"} & given.keys())
        elif method and name in ("read_text", "write_text"):
            found = len(call.args) <= (name == "write_text")  # it may be said by its place
        elif name in ("open", "fdopen", "NamedTemporaryFile", "TemporaryFile"):
            found = _of_text(call, given, name, owner)
        else:
            found = name == "TextIOWrapper" and len(call.args) < 2
        if found:
            yield call.lineno, ast.unparse(call)


def _of_text(call, given, name, owner):
    """Whether what is opened is a text. Archives, pictures and browsers open otherwise."""
    if name == "open" and owner in ("os", "webbrowser", "Image", "archive", "engine", "firefox"):
        return False
    after_path = 1 if name in ("open", "fdopen") and owner in ("", "os", "io", "gzip") else 0
    mode = given.get("mode", call.args[after_path] if len(call.args) > after_path else None)
    if mode is None:
        return name in ("open", "fdopen") and owner != "gzip"  # those begin with text
    said = [part.value for part in ast.walk(mode) if isinstance(part, ast.Constant)]
    return not (said and all("b" in word for word in said if isinstance(word, str)))


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("open('a')", 1),
        ("open('a', 'w')", 1),
        ("open('a', 'rb')", 0),
        ("open('a', encoding='utf-8')", 0),
        ("path.open()", 1),
        ("path.open('w')", 1),
        ("path.open('wb')", 0),
        ("gzip.open(path)", 0),
        ("gzip.open(path, 'rt')", 1),
        ("path.read_text()", 1),
        ("path.read_text('utf-8')", 0),
        ("path.write_text(text)", 1),
        ("path.write_text(text, 'utf-8')", 0),
        ("subprocess.run(words, text=True)", 1),
        ("subprocess.run(words, encoding='utf-8')", 0),
        ("subprocess.Popen(words)", 0),
        ("tempfile.NamedTemporaryFile('w')", 1),
        ("tempfile.NamedTemporaryFile()", 0),
    ],
)
def test_a_call_that_leaves_the_encoding_open_is_noticed(source, count):
    assert len([*unsaid(source)]) == count


def test_every_text_says_its_encoding():
    read, wrong = 0, []
    for name, source in sources():
        read += 1
        wrong += [f"{name}, line {line}: {call}" for line, call in unsaid(source)]
    assert read > 200
    assert not wrong, "Say encoding=…:\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("x₀ − 1 – 2", "x0 - 1 - 2"), ("σ′ ≤ Σ", "sigma' <= Sigma"), ("½ é…", "1/2 e..."), ("☃", "?")],
)
def test_what_a_terminal_lacks_is_replaced_by_what_is_nearest(text, plain):
    assert "".join(c if c.isascii() else terminal.nearest(c) for c in text) == plain


ENCODINGS = {
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
NAME = "Übung σ₀"  # of the folder in which the commands run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a wrong answer, a right one, and a page whose link is wrong."""
    made = tmp_path_factory.mktemp("texts") / NAME
    (made / "chapters").mkdir(parents=True)
    wrong = nbformat.read(ROOT / "exercises/formula.ipynb", as_version=4)
    cell = next(c for c in wrong.cells if c.get("id") == "s_curve")
    cell.source = (
        "def s_curve(x, ceiling, steepness, midpoint):\n"
        "    return ceiling / (1 + np.exp(-steepness * (x + midpoint)))"
    )
    nbformat.write(wrong, made / "formula.ipynb")
    nbformat.write(nbformat.v4.new_notebook(), made / "leer σ.ipynb")
    return made


def run(folder, encoding, *words):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "PYTHONUTF8"))}
    environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "120"} | ENCODINGS[encoding]
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=300)
    said = (done.stdout + done.stderr).decode("cp1252" if encoding == "cp1252" else "ascii")
    assert "Traceback" not in said and "UnicodeEncodeError" not in said, said[-2000:]
    return done.returncode, said


TOC = "format: jb-book\nroot: index\nparts:\n- caption: Teil\n  chapters:\n  - file: b\n"
COMMAND = ("-c", "from sigmoids_book.cli import main; main()")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_check_shows_its_table(folder, encoding):
    status, said = run(folder, encoding, *COMMAND, "check", "formula.ipynb", "--hints")
    assert status == 1 and "The whole course: 0 of" in said
    assert "x0" in said and "Total" in said


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_scoring_names_what_it_left_out(folder, encoding, tmp_path):
    (tmp_path / "solutions").mkdir()
    shutil.copy(ROOT / "solutions/formula.ipynb", tmp_path / "solutions")
    words = ["grade", folder, "--out", tmp_path / "σ", "--solutions", tmp_path / "solutions"]
    status, said = run(folder, encoding, *COMMAND, *words, "--unsafe", "--jobs", "1")
    assert status == 1 and "results in" in said and "leer" in said


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_tool_of_notebooks_and_the_build_say_what_is_wrong(folder, encoding):
    status, said = run(
        folder, encoding, "-m", "sigmoids_book.notebooks", "--check", folder / "leer σ.ipynb"
    )
    assert status == 1 and "the title is missing" in said
    status, said = run(folder, encoding, "-m", "sigmoids_book.lab", "--copy-only")
    assert status == 1 and "is not the course's folder" in said
    status, said = run(folder, encoding, "-m", "sigmoids_book.release", "--check")
    assert status >= 0


@pytest.mark.parametrize("encoding", ["cp1252", "C"])
def test_a_book_is_built_and_its_faults_are_named(encoding, tmp_path):
    made = tmp_path / NAME
    made.mkdir()
    for name in ("_config.yml", "references.bib"):
        (made / name).write_bytes((ROOT / name).read_bytes())
    text = "# Die σ-Kurve\n\nA sentence. [x₀](nowhere-σ.md)\n"
    (made / "index.md").write_text(text, encoding="utf-8")
    (made / "b.md").write_text("# Noch eine\n\nA sentence.\n", encoding="utf-8")
    (made / "_toc.yml").write_text(TOC, encoding="utf-8")
    status, said = run(made, encoding, "-m", "sigmoids_book.site")
    assert status == 1 and "nowhere-sigma.md" in said and "was not built" in said, said
