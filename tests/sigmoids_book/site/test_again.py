"""A second `make site` gives the bytes that a build from nothing gives, whatever has changed in
between: a small book of its own, with a copy of the course's code, is changed in one thing after
the other."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pybtex_docutils
import pytest

from sigmoids import datasets
from sigmoids_book.site import again
from tests.support import ROOT
from tests.support.books import contents, differences
from tests.support.notebooks import read

TOC = """format: jb-book
root: index
parts:
  - caption: One
    chapters:
      - file: chapters/a
      - file: words
      - file: old
      - file: said
      - file: references
"""
CLAIMS = """id,claim,verdict,truth,chapter,cell
A1,It is S-shaped.,right,It is.,a,claim
A2,It is a bell.,right,It is not.,a,claim
"""
INDEX = """# A book

Of two curves, $x^2$.

```{demo} slope
```

```{demo} growth
```
"""
WORDS = """# Words

Two of them, and {cite:p}`cramer2002`.

(of-odds)=
## The odds

A ratio.

```{glossary}
logit
  Their logarithm.
```

![A dot](dot.svg)
"""
OLD = """# An old page

It has gone soon: {term}`logit`, [](#of-odds), [](words.md#the-odds).
"""
SAID = """# Said

True or not, {term}`logit`, [](#of-odds), [](words.md#the-odds), [](words.md).

```{claims} A1 to A2
```
"""
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h1"/></svg>'


class Book:
    """A small book in `folder`, and in `code` the package and the data that build it."""

    def __init__(self, place: Path):
        self.folder, self.code = place / "book", place / "code"
        self.environment = {**os.environ, "PYTHONPATH": str(self.code)}
        for name in ("SITE_URL", "GITHUB_REPOSITORY"):
            self.environment.pop(name, None)
        leave_out = shutil.ignore_patterns("__pycache__")
        for package in ("sigmoids", "sigmoids_book"):
            shutil.copytree(ROOT / package, self.code / package, ignore=leave_out)
        shutil.copytree(ROOT / "data", self.code / "data")
        for name in ("package.json", "package-lock.json"):
            shutil.copy(ROOT / name, self.code)
        (self.code / "node_modules").symlink_to(ROOT / "node_modules")
        for folder in ("chapters", "data/claims"):
            (self.folder / folder).mkdir(parents=True)
        for name in ("_config.yml", "references.bib", "reference/references.md"):
            shutil.copy(ROOT / name, self.folder)
        nbformat.write(read(), self.folder / "chapters/a.ipynb")
        files = {"index.md": INDEX, "words.md": WORDS, "old.md": OLD, "said.md": SAID}
        files |= {"_toc.yml": TOC, "data/claims/values.csv": CLAIMS, "dot.svg": DOT}
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, path: Path, old: str, new: str, *, of_old_date: bool = False) -> None:
        """Replace a text in a file. It is dated as another program may date it."""
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        if of_old_date:
            os.utime(path, (1e9, 1e9))

    def build(self, *folders: Path) -> None:
        """In each of these folders, at the same time."""

        def build(folder):
            command = [sys.executable, "-m", "sigmoids_book.site"]
            return subprocess.run(
                command, cwd=folder, env=self.environment, capture_output=True, timeout=600
            )

        with ThreadPoolExecutor(len(folders)) as pool:
            for done in pool.map(build, folders):
                assert done.returncode == 0, done.stderr.decode()

    def copy(self, place: Path) -> Path:
        """The book as it would be cloned."""
        leave_out = shutil.ignore_patterns("_build")
        return Path(shutil.copytree(self.folder, place, ignore=leave_out))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    book = Book(tmp_path_factory.mktemp("second"))
    book.build(book.folder)
    return book


def in_book(name, old, new, **how):
    return lambda book: book.change(book.folder / name, old, new, **how)


def in_code(name, old, new):
    return lambda book: book.change(book.code / name, old, new)


def take_a_page_out(book):
    (book.folder / "old.md").unlink()
    book.change(book.folder / "_toc.yml", "      - file: old\n", "")


def write_a_chapter_as_markdown(book):
    (book.folder / "chapters/a.ipynb").unlink()
    text = "# In Markdown\n\nWhat is it?\n"
    (book.folder / "chapters/a.md").write_text(text, encoding="utf-8")
    book.change(book.folder / "data/claims/values.csv", ",a,claim", ",a,")


def publish(book):
    book.environment["SITE_URL"] = "https://ada.github.io/course"


def install_another_version(book):
    """Of the package that sets sources."""
    installed = metadata.distribution("pybtex-docutils")
    version, names = installed.version, installed.read_text("entry_points.txt")
    record = book.code / f"pybtex_docutils-{version}.1.dist-info"
    record.mkdir()
    (record / "METADATA").write_text(
        f"Name: pybtex-docutils\nVersion: {version}.1\n", encoding="utf-8"
    )
    (record / "entry_points.txt").write_text(names, encoding="utf-8")
    module = Path(pybtex_docutils.__file__).read_text(encoding="utf-8")
    (book.code / "pybtex_docutils.py").write_text(module + PATCH, encoding="utf-8")


PATCH = """
_plain = Backend.format_str
Backend.format_str = lambda self, text: _plain(self, text.replace("logistic", "★"))
"""

# What a page says, or names as its own: only what depends on it is built anew.
IN_PAGES = {
    "a sentence": (in_book("words.md", "A ratio.", "A quotient.", of_old_date=True), "words.html"),
    "a title": (in_book("words.md", "# Words\n", "# Many words\n"), "said.html"),
    "a heading": (in_book("words.md", "## The odds", "## The Odds"), "said.html"),
    "a term": (in_book("words.md", "logit\n  Their", "logit\nlog-odds\n  Their"), "searchindex.js"),
    "a citation": (
        in_book("old.md", "gone", "gone {cite:t}`carlson1913`"),
        "references.html",
    ),
    "a picture": (in_book("dot.svg", 'width="9"', 'width="8"', of_old_date=True), "words.html"),
    "a chapter": (in_book("chapters/a.ipynb", "# A chapter", "# The chapter"), "said.html"),
    "a claim": (in_book("data/claims/values.csv", "bell.,right", "bell.,wrong"), "said.html"),
    "its format": (write_a_chapter_as_markdown, "_sources/chapters/a.ipynb"),
}
# What all pages share. The first four are built to the end, and with ALL_KINDS=1 the others, too.
SHARED = {
    "a page taken out": (take_a_page_out, "old.html"),
    "a function": (
        in_code("sigmoids/functions.py", "decay, 1) / (1 + decay)", "decay, 1) / (1.1 + decay)"),
        "index.html",
    ),
    "the extension": (
        in_code("sigmoids_book/site/claims.py", "verdict.capitalize()", "verdict.upper()"),
        "said.html",
    ),
    "a package": (install_another_version, "references.html"),
    "the order": (
        in_book("_toc.yml", "a\n      - file: words\n", "words\n      - file: chapters/a\n"),
        "index.html",
    ),
    "the bibliography": (in_book("references.bib", "Cramer, Jan", "Kramer, Jan"), "words.html"),
    "the settings": (in_book("_config.yml", "Function contributors", "authors"), "index.html"),
    "data": (in_code("data/carlson/values.csv", "18.3", "48.3"), "index.html"),
    "growth": (
        in_code("sigmoids/growth.py", "return 1 / self.u if", "return 1.2 / self.u if"),
        "index.html",
    ),
    "figures": (in_code("sigmoids/figures/style.py", "#0072B2", "#0072C2"), "index.html"),
    "a demo": (in_code("sigmoids/demos/slope.py", "Above, an", "Here is an"), "index.html"),
    "a demo's program": (in_code("sigmoids/demos/kit.js", '"Reset"', '"Back"'), "index.html"),
    "the theme": (in_code("sigmoids_book/site/theme/layout.html", "zip)", "ZIP)"), "said.html"),
    "KaTeX": (in_code("sigmoids_book/site/katex/katex.min.css", "1.21em", "1.22em"), "said.html"),
    "the address": (publish, "said.html"),
}
ALL = IN_PAGES | SHARED
BUILT = list(ALL) if os.environ.get("ALL_KINDS") else list(ALL)[: len(IN_PAGES) + 4]


@pytest.mark.parametrize("kind", BUILT)
def test_after_a_change_the_second_build_is_the_one_from_nothing(book, tmp_path, kind, count):
    change, shown_in = ALL[kind]
    html = book.folder / "_build/html"
    before = contents(html)
    dates = {path: path.stat().st_mtime_ns for path in html.rglob("*.html")}
    change(book)
    fresh = book.copy(tmp_path / "fresh")
    book.build(book.folder, fresh)
    assert differences(html, fresh / "_build/html") == []
    assert contents(html).get(shown_in) != before[shown_in], "the change is nowhere to be seen"
    if kind in ("a sentence", "a picture"):  # nobody waits for pages that stay
        written = {path.name for path, date in dates.items() if path.stat().st_mtime_ns != date}
        assert "words.html" in written and not written & {"a.html", "old.html", "said.html"}
    count("kinds of change after which the second build is the one from nothing", 1)


@pytest.mark.parametrize("kind", SHARED)
def test_what_all_pages_share_is_noticed(tmp_path, monkeypatch, kind):
    book = Book(tmp_path)
    packages = [book.code / name for name in ("sigmoids", "sigmoids_book")]
    monkeypatch.setattr(again, "PACKAGES", packages)
    monkeypatch.setattr(datasets, "FOLDER", book.code / "data")
    monkeypatch.syspath_prepend(book.code)
    for name in ("SITE_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    before = again.checksum(book.folder)
    assert before == again.checksum(book.folder)
    SHARED[kind][0](book)
    if "SITE_URL" in book.environment:
        monkeypatch.setenv("SITE_URL", book.environment["SITE_URL"])
    assert again.checksum(book.folder) != before


@pytest.mark.parametrize("kind", IN_PAGES)
def test_what_single_pages_say_leaves_the_others_alone(tmp_path, kind):
    book = Book(tmp_path)
    before = again.checksum(book.folder)
    IN_PAGES[kind][0](book)
    assert again.checksum(book.folder) == before


def test_an_anchor_with_another_text_is_shown_to_other_pages_and_one_in_another_line_is_not():
    def shown(line, text):
        std = {kind: {} for kind in ("labels", "anonlabels", "objects", "progoptions")}
        cite = {"citation_refs": [], "citations": []}
        slugs = {"the-odds": (line, "the-odds", text)}
        env = SimpleNamespace(
            toctree_includes={},
            titles={},
            found_docs={"index", "words"},
            metadata={"index": {}, "words": {"myst_slugs": slugs}},
            domaindata={"std": std, "cite": cite, "math": {"objects": {}}},
        )
        return again._shown_to_others(env)

    assert shown(5, "The odds") == shown(9, "The odds") != shown(5, "The Odds")


def test_what_an_earlier_build_left_is_kept_only_if_it_ended_with_the_same_checksum(tmp_path):
    book = Book(tmp_path)
    page = book.folder / "_build/html/index.html"

    def begin():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.touch()
        return again.begin(book.folder), page.exists()

    checksum, kept = begin()
    assert not kept  # nobody knows what it was made of
    assert not again.is_current(book.folder)
    again.end(book.folder, checksum)
    assert again.is_current(book.folder)
    assert begin() == (checksum, True)
    assert begin() == (checksum, False)  # that build did not end
    again.end(book.folder, checksum)
    book.change(book.folder / "_config.yml", "contributors", "authors")
    assert not again.is_current(book.folder)
    checksum, kept = begin()
    assert not kept
    book.change(book.folder / "_config.yml", "authors", "friends")  # while it is being built
    again.end(book.folder, checksum)
    assert not begin()[1]
