"""`make lab`, or `python -m sigmoids_book.lab`: JupyterLab on your own copies of the notebooks.

It copies chapters and exercises into work/, overwriting nothing, and opens JupyterLab on
start.ipynb, which lists them in reading order. The copies say in plain Markdown what only the
book's build understands: quizzes, citations, terms of the glossary and links to cells. Options
that are not named here go to JupyterLab.
"""

import argparse
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import cache, partial
from itertools import groupby
from pathlib import Path

import nbformat
from mdit_py_plugins.anchors.index import slugify, unique_slug
from nbformat import NotebookNode, v4
from nbformat.sign import NotebookNotary

from sigmoids import terminal
from sigmoids_book import kernel, markdown, notebooks, sets, toc
from sigmoids_book.notebooks import METADATA, write
from sigmoids_book.plain import plain

# Comes with the course, goes before the learner's own settings and leaves these as they are.
SETTINGS = Path(__file__).parent / "jupyter"
AS_ROOT = (
    "You are root: a container is made for that, and elsewhere cells may change the whole system, "
    "so an account of your own is better. If your browser runs outside of the container, type "
    "python -m sigmoids_book.lab --no-browser --ip=0.0.0.0"
)


START = """# The Sigmoid Function: from Verhulst to LeNet

These notebooks are your own copies. Change what you like and run it: the book stays as it is, and
a copy that you delete is made anew when you open the course the next time.

Click on a cell and press Shift+Enter to run it. In an exercise, write in place of
`# Your code here` and run the cell, then the check below it. A check is folded because it holds the
answer, and runs all the same; to open it, click twice."""


def start(root: Path) -> NotebookNode:
    """The notebook that opens first: chapters in the order of _toc.yml, each with its exercises."""
    practice = {s.chapter: s for s in sets.read_all(root / "exercises")}
    texts = [START]
    read = (entry for entry in toc.entries(root) if entry.read)
    for caption, entries in groupby(read, key=lambda entry: entry.part):
        names = [entry.file for entry in entries]
        chapters = [name.removeprefix("chapters/") for name in names if "chapters/" in name]
        lines = [_entry(root, name, practice.get(name)) for name in chapters]
        if "reference/timeline" in names:
            lines.append("- [Timeline](timeline.ipynb): who met the curve when?")
        if lines:
            texts.append("\n".join([f"## {caption}\n", *lines]))
    return _notebook(texts)


def _entry(root: Path, name: str, practice: sets.ExerciseSet | None) -> str:
    title, question = _opening(root / f"chapters/{name}.ipynb")
    entry = f"- [{title}](chapters/{name}.ipynb): {question}"
    if practice:
        number = sum(bool(question.checks) for question in practice.questions)
        entry += (
            f"\n  [Exercises](exercises/{practice.place}.ipynb): {number} questions, "
            f"about {practice.minutes} minutes."
        )
    return entry


@cache
def _opening(chapter: Path) -> tuple[str, str]:
    """The title, and the question with which the chapter opens, as one line."""
    first = nbformat.read(chapter, as_version=4).cells[0].source
    title, question, *_ = first.removeprefix("# ").split("\n\n")
    return title, " ".join(question.split())


def timeline(root: Path) -> NotebookNode:
    """The events of the timeline as a notebook, each with a link to the cell that treats it."""
    from sigmoids_book.site.timeline import TABLE

    lines = []
    for event in TABLE.read(root):
        path = root / f"chapters/{event.chapter}.ipynb"
        place = f"chapters/{event.chapter}.ipynb#cell-id={_cell(path, event.place)}"
        lines.append(f"- **{event.year}** {event.who}. {event.what} [{_opening(path)[0]}]({place})")
    intro = "# Timeline\n\nWho met the S-shaped curve when, and what was it there?"
    return _notebook([intro, "\n".join(lines)])


def _cell(chapter: Path, place: str) -> str:
    """The id of the cell that an anchor of the book names: `cell-<id>`, or a heading's slug."""
    if place.startswith("cell-"):
        return place.removeprefix("cell-")
    taken: set[str] = set()
    for cell in nbformat.read(chapter, as_version=4).cells:
        if cell.cell_type == "markdown":
            for heading in markdown.headings(cell.source):
                if unique_slug(slugify(heading), taken) == place:
                    return cell.id
    raise ValueError(f"{chapter.name} has no heading {place!r}, which data/timeline/ names.")


def _notebook(texts: list[str]) -> NotebookNode:
    cells = [v4.new_markdown_cell(text, id=f"part-{n}") for n, text in enumerate(texts)]
    return v4.new_notebook(cells=cells, metadata=METADATA)


def copy_notebooks(root: Path) -> tuple[list[Path], list[Path]]:
    """Copy what is not there yet. Returns the copies made and those left as they were."""
    made, kept = [], []
    for target, make in _targets(root):
        if target.exists() or target.is_symlink():  # a link to nothing would be written through
            kept.append(target)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write(plain(make(), root / "references.bib"), target)
        made.append(target)
    return made, kept


def _targets(root: Path) -> list[tuple[Path, Callable[[], NotebookNode]]]:
    """Each file of work/, and what makes its notebook."""
    found = [(root / "work/start.ipynb", partial(start, root))]
    if (root / "reference/timeline.md").exists():
        found.append((root / "work/timeline.ipynb", partial(timeline, root)))
    for folder in ("chapters", "exercises"):
        for source in notebooks.find(root / folder):
            read = partial(nbformat.read, source, as_version=4)
            found.append((root / "work" / source.relative_to(root), read))
    return found


def sign(paths: list[Path]) -> bool:
    """Let Jupyter trust the notebooks' outputs: of others it shows texts in place of pictures.

    Returns whether it will; not where its data folder cannot be written.
    """
    from jupyter_core.paths import jupyter_data_dir

    try:
        folder = Path(jupyter_data_dir())
        folder.mkdir(parents=True, exist_ok=True)
        with closing(NotebookNotary(data_dir=str(folder))) as notary:
            for path in paths:
                notary.sign(nbformat.read(path, as_version=4))
            return notary.store.db_file != ":memory:"  # it falls back to that, with a warning
    except (OSError, sqlite3.Error):
        return False


def open_jupyterlab(work: Path, options: list[str]) -> None:
    """JupyterLab on the folder `work`, until it is ended, without nbgrader's buttons."""
    from jupyterlab.labapp import LabApp

    for name in kernel.NOT_PASSED_ON:
        os.environ.pop(name, None)
    # This Python's kernel comes first: another's of the same name may be of a Python that is gone.
    places = [str(Path(sys.prefix, "share/jupyter")), os.environ.get("JUPYTER_PATH")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, places))
    if os.name == "posix" and os.geteuid() == 0:
        options = ["--allow-root", *options]
        print(AS_ROOT)
    settings = [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, settings))
    LabApp.launch_instance(
        [
            f"--ServerApp.root_dir={work}",
            "--LabApp.default_url=/lab/tree/start.ipynb",
            f"--LabApp.extra_labextensions_path={SETTINGS / 'labextensions'}",
            *options,
        ]
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m sigmoids_book.lab",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--copy-only", action="store_true", help="do not open JupyterLab")
    options, others = parser.parse_known_args(arguments)
    root = Path.cwd()
    if not (root / "_toc.yml").exists():
        print(f"{root} is not the course's folder: go to where README.md is.", file=sys.stderr)
        return 1
    for name in ("work", "work/chapters", "work/exercises"):
        if os.path.lexists(root / name) and not (root / name).is_dir():
            print(f"{name} is not a folder: rename it. Your copies go there.", file=sys.stderr)
            return 1
    made, kept = copy_notebooks(root)
    print(f"work/: {len(made)} notebooks copied, {len(kept)} of yours left as they were")
    if not sign(made):
        print(
            "Jupyter's data folder cannot be written, so pictures and demos of the copies show as "
            "text until you run their cells."
        )
    if not options.copy_only:
        open_jupyterlab(root / "work", others)
    return 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
