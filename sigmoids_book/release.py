"""Write `exercises/` anew from `solutions/`.

    python -m sigmoids_book.release [--check]

writes `exercises/<name>.ipynb` for every `solutions/<name>.ipynb` with nbgrader's own
preprocessors: no answer, no hidden test and no output is left. Doing it again changes no byte.
`--check` writes nothing and names what is out of date or malformed.
"""

import argparse
import logging
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from sigmoids import check_cells, terminal
from sigmoids_book import complaint, notebooks
from sigmoids_book.complaint import Complaint, Place
from sigmoids_book.sets import clashes, complaints, is_answer, is_check

ANSWER_HERE = "# Your code here"
TEXT_HERE = "*Your answer here*"


def release(notebook: NotebookNode) -> NotebookNode:
    """What the learner gets: without answers, hidden tests and outputs; nbgrader makes it."""
    from nbgrader import preprocessors as steps
    from traitlets.config import Config

    config = Config()
    config.ClearSolutions.code_stub = {"python": ANSWER_HERE}
    config.ClearSolutions.text_stub = TEXT_HERE
    order = [
        steps.LockCells,
        steps.ClearSolutions,
        steps.ClearOutput,
        steps.CheckCellMetadata,
        steps.ClearHiddenTests,
        steps.ClearMarkScheme,
        steps.ComputeChecksums,
        steps.CheckCellMetadata,
    ]
    released, resources = deepcopy(notebook), {"nbgrader": {}, "metadata": {}}
    for cell in filter(is_answer, released.cells):
        cell.metadata.pop("mystnb", None)  # its figure's alternative text, which tells the answer
    for cell in filter(is_check, released.cells):
        cell.source = f"{check_cells.MARK}\n{cell.source}"
    for step in order:
        released, resources = step(config=config, log=_LOG).preprocess(released, resources)
    return released


def unread(notebook: NotebookNode, name: str) -> Iterator[Complaint]:
    """Cells of the notebook, the file `name`, whose marks nbgrader cannot read."""
    from nbgrader.nbgraderformat import MetadataValidator

    for number, cell in enumerate(notebook.cells, start=1):
        try:
            MetadataValidator().validate_cell(cell)
        except Exception as error:  # of several kinds, from two libraries
            place = Place(name, cell=number, name=cell.get("id", ""))
            what = f"nbgrader cannot read its metadata: {str(error).splitlines()[0].rstrip('.')}."
            yield Complaint(place, what, "Copy those of such a cell in solutions/formula.ipynb.")


_LOG = logging.getLogger("sigmoids_book.release")


def text_of(notebook: NotebookNode) -> str:
    return nbformat.writes(notebook, version=4).rstrip("\n") + "\n"


def outdated(root: Path) -> Iterator[tuple[Path, str | None]]:
    """Files of `exercises/` that are not what `solutions/` gives, with the text they should have;
    None for a file that has no source."""
    solutions, exercises = root / "solutions", root / "exercises"
    sources = {path.relative_to(solutions): path for path in notebooks.find(solutions)}
    for name, source in sources.items():
        path = exercises / name
        text = text_of(release(nbformat.read(source, as_version=4)))
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path, text
    for path in notebooks.find(exercises):
        if path.relative_to(exercises) not in sources:
            yield path, None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m sigmoids_book.release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing, list what is wrong")
    options = parser.parse_args(arguments)
    root = Path.cwd()
    solutions = {
        path.relative_to(root).as_posix(): nbformat.read(path, as_version=4)
        for path in notebooks.find(root / "solutions")
    }
    if found := [c for name, notebook in solutions.items() for c in unread(notebook, name)]:
        return complaint.report(found)
    found = clashes(root / "solutions")
    for name, notebook in solutions.items():
        found += complaints(notebook, name)
    for path, text in outdated(root):
        name = path.relative_to(root).as_posix()
        if options.check:
            what = "it is not what solutions/ gives."
            found.append(Complaint(Place(name), what, "Run `make exercises`."))
        elif text is None:
            path.unlink()
            print(f"{name} removed: it has no source in solutions/")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            notebooks.write_text(text, path)
            print(f"{name} written")
    return complaint.report(found)


if __name__ == "__main__":
    sys.exit(terminal.run(main))
