"""The same book gives the same bytes: in another folder, and where an earlier one lies."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.support import HTML, ROOT
from tests.support.books import build, contents, differences
from tests.support.notebooks import read


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The site, built from nothing in a copy of the repository with another name."""
    folder = tmp_path_factory.mktemp("a copy", numbered=False) / "of the book"
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():  # not one that was deleted and is still in the index
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    done = subprocess.run(
        [sys.executable, "-m", "sigmoids_book.site"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    return folder / "_build/html"


def test_the_site_is_the_same_bytes_from_another_folder(elsewhere, count):
    assert differences(HTML, elsewhere) == [], "Is the site as built of today's files? `make site`"
    count("pages of the site with the same bytes from another folder", len([*HTML.rglob("*.html")]))


def test_files_that_differ_or_are_missing_are_named(tmp_path):
    for name, text in (("a", "1"), ("b", "1")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("same", encoding="utf-8")
        (tmp_path / name / f"only_{name}").write_text("x", encoding="utf-8")
        (tmp_path / name / "page").write_text(name + text, encoding="utf-8")
    a, b = tmp_path / "a", tmp_path / "b"
    assert differences(a, a) == []
    assert differences(a, b) == ["differs: page", f"only in {a}: only_a", f"only in {b}: only_b"]


TERMS = "# Terms\n\nOf the curve.\n\n```{glossary}\nodds\n  A ratio.\n```\n"
BEFORE = "```{demo} slope\nk: 2\n```\n\nZweibrücken\n"
BETWEEN = "```{demo} slope\nk: 3\n```\n"
AFTER = "```{demo} slope\nk: 4\n```\n"


def test_a_book_built_where_an_earlier_one_lies_is_the_same_as_one_built_from_nothing(tmp_path):
    """Pages, pictures and words that went are gone; terms that stayed are there; every page has
    today's table of contents."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "terms.md").write_text(TERMS, encoding="utf-8")
    toc = "  - file: terms\n"
    two = {"a": read(), "b": read()}
    status, text = build(old, index=BEFORE, toc=f"{toc}  - file: chapters/b\n", notebooks=two)
    assert status == 0, text
    before = contents(old / "_build/html")
    assert {"chapters/b.html", "_sources/chapters/b.ipynb"} <= before.keys()
    for folder, index in ((old, BETWEEN), (old, AFTER), (new, AFTER)):
        shutil.rmtree(folder / "chapters", ignore_errors=True)
        status, text = build(folder, index=index, toc=toc)
        assert status == 0, text
    assert differences(old / "_build/html", new / "_build/html") == []
    after = contents(old / "_build/html")
    assert b'"odds": [[' in after["searchindex.js"] and "chapters/b.html" not in after
