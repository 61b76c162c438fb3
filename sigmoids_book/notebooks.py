"""Execute the course's notebooks, bring them into one form, and say what is wrong with them.

    python -m sigmoids_book.notebooks [--check] [FILE ...]

executes the named notebooks (by default all chapters and solutions) and writes them back in one
form: an unchanged notebook gives no diff. `--check` executes nothing and lists complaints.
"""

import argparse
import re
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import nbbase

from sigmoids import mime, terminal
from sigmoids_book import complaint, kernel, processors
from sigmoids_book.complaint import Complaint, Place

IGNORE_TAG = "nbval-ignore-output"
FOLDERS = ("chapters", "solutions")
CELL_TIMEOUT = 60  # seconds
AGAIN = "Run `make notebooks`."  # the remedy for outputs that are not those of the cells
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def find(folder: Path, *, templates: bool = False) -> list[Path]:
    """The notebooks in a folder and those below it, in order; templates are named `_…`."""
    return [
        path
        for path in sorted(folder.rglob("*.ipynb"))
        if ".ipynb_checkpoints" not in path.parts and (templates or not path.name.startswith("_"))
    ]


def default_paths(root: Path) -> list[Path]:
    """The notebooks whose outputs are stored: chapters, their template, solutions."""
    return [path for name in FOLDERS for path in find(root / name, templates=True)]


def execute(path: Path) -> None:
    """Run the notebook from top to bottom in a fresh kernel and write it back, normalised."""
    notebook = nbformat.read(path, as_version=4)
    options = {"timeout": CELL_TIMEOUT, "coalesce_streams": True, "store_widget_state": False}
    kernel.client(notebook, path.parent, **options).execute(env=kernel.environment())
    normalise(notebook)
    write(notebook, path)


def write(notebook: NotebookNode, path: Path) -> None:
    """Write the notebook whole or not at all."""
    write_text(nbformat.writes(notebook) + "\n", path)


def write_text(text: str, path: Path) -> None:
    """Write a file whole or not at all: a full disk leaves there what was there."""
    path = path.resolve()  # a link stays one
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def normalise(notebook: NotebookNode) -> None:
    """Remove, in place, all that differs from run to run or from editor to editor. A cell of an
    older format gets the id that it lacks."""
    ours = {"sigmoids"} & set(notebook.metadata)
    notebook.metadata = nbformat.from_dict(METADATA | {k: notebook.metadata[k] for k in ours})
    notebook.nbformat_minor = 5
    for cell in notebook.cells:
        cell.setdefault("id", nbbase.random_cell_id())
        keep = {"tags", "jupyter", "mystnb", "nbgrader", "sigmoids"}
        cell.metadata = {key: cell.metadata[key] for key in sorted(keep & set(cell.metadata))}
        for output in cell.get("outputs", []):
            # A widget's id is random, and names a model that the page does not have.
            output.get("data", {}).pop(mime.WIDGET, None)


def complaints(notebook: NotebookNode, name: str) -> list[Complaint]:
    """What keeps this notebook, the file `name`, from being published."""
    code = [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]
    if code and not any(c.outputs for c in code):
        remedy = "Run `make notebooks`, then commit the notebook."
        return [Complaint(Place(name), "no cell has an output.", remedy)]
    found = []
    places = [
        Place(name, cell=number, name=cell.get("id", ""))
        for number, cell in enumerate(notebook.cells, start=1)
    ]
    if not places or not notebook.cells[0].source.startswith("# "):
        place = places[0] if places else Place(name)
        found.append(Complaint(place, "the title is missing.", "Begin with Markdown, `# …`."))
    for place, cell in zip(places, notebook.cells, strict=True):
        if cell in code:
            found += [Complaint(place, *said) for said in _cell_complaints(cell)]
    counts = [c.execution_count for c in code]
    if None not in counts and counts != list(range(1, len(code) + 1)):
        what = f"the cells were not run once each, from top to bottom (prompts {counts})."
        found.append(Complaint(Place(name), what, AGAIN))
    return found


def _cell_complaints(cell: NotebookNode) -> Iterator[tuple[str, str]]:
    """What is wrong with a cell of code, and the remedy."""
    if cell.execution_count is None:
        yield "was not executed.", AGAIN
    may_fail = "raises-exception" in cell.metadata.get("tags", [])
    for output in cell.outputs:
        data = output.get("data", {})
        if output.output_type == "error" and not may_fail:
            yield f"stored an error ({output.ename}).", f"Mend the cell. {AGAIN}"
        if mime.BITMAPS & set(data):
            yield "stores a bitmap, which is not compared.", "Call `figures.use_style()` first."
        is_demo = bool(re.match(r"(sigmoids\.demos\.)?\w+Demo\(", data.get(mime.TEXT, "")))
        if (is_demo or mime.WIDGET in data) and mime.DEMO not in data:
            yield "the demo's state was stripped.", AGAIN
        alt = cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")
        if mime.SVG in data and not is_demo and not alt.strip():
            yield "a figure without alt text.", "Add it to the cell's metadata: mystnb, image, alt."


def uncompared(notebook: NotebookNode) -> tuple[int, int]:
    """Number of code cells, and of those whose output is not compared."""
    code = [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]
    skip = {IGNORE_TAG, "nbval-skip"}
    ignored = [
        c
        for c in code
        if skip & set(c.metadata.get("tags", [])) or re.search(r"#\s*NBVAL_(IGNORE|SKIP)", c.source)
    ]
    return len(code), len(ignored)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m sigmoids_book.notebooks", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--check", action="store_true", help="execute nothing, list complaints")
    options = parser.parse_args(arguments)
    paths = options.files or default_paths(Path.cwd())
    if not options.check:
        with ThreadPoolExecutor(processors.available()) as pool:
            for line in pool.map(_execute_and_report, paths):
                print(line, flush=True)
    found = [c for p in paths for c in complaints(nbformat.read(p, as_version=4), str(p))]
    return complaint.report(found)


def _execute_and_report(path: Path) -> str:
    start = time.perf_counter()
    execute(path)
    return f"{path}  {time.perf_counter() - start:.1f} s"


if __name__ == "__main__":
    sys.exit(terminal.run(main))
