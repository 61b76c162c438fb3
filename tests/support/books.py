"""Small books, built; and what differs between two built sites."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from tests.support import ROOT
from tests.support.notebooks import read

TOC = "format: jb-book\nroot: index\nparts:\n- caption: One\n  chapters:\n  - file: chapters/a\n"
INDEX = "# A book\n\nIts first sentence.\n\n"


def build(folder, *, index="", toc="", notebooks=None, bibliography=None):
    """Build a book of a page and notebooks; returns the exit status and what was said."""
    (folder / "chapters").mkdir()
    for name in ("_config.yml", "references.bib", "reference/references.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    if bibliography:
        (folder / "references.bib").write_text(bibliography, encoding="utf-8")
    (folder / "index.md").write_text(INDEX + index, encoding="utf-8")
    (folder / "_toc.yml").write_text(
        f"{TOC}{toc}  - file: reference/references\n", encoding="utf-8"
    )
    for name, notebook in (notebooks or {"a": read()}).items():
        path = folder / f"chapters/{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(notebook, path)
    command = [sys.executable, "-m", "sigmoids_book.site"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=180)
    return done.returncode, done.stdout + done.stderr


def contents(html: Path) -> dict[str, bytes]:
    """Each file of a site, by its name."""
    return {p.relative_to(html).as_posix(): p.read_bytes() for p in html.rglob("*") if p.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """The files that only one of two sites has, and those that differ."""
    a, b = contents(one), contents(other)
    return sorted(
        [f"only in {one}: {name}" for name in a.keys() - b.keys()]
        + [f"only in {other}: {name}" for name in b.keys() - a.keys()]
        + [f"differs: {name}" for name in a.keys() & b.keys() if a[name] != b[name]]
    )
