"""Exercise sets in the book: the directive {exercises}, which lists them, and their folded cells.

On a page of `exercises/` the checks are folded; on one of `solutions/` the answers are, too,
nbgrader's marks are left out, and the title says what it is.
"""

import posixpath
from operator import attrgetter
from pathlib import Path

import nbformat
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sigmoids_book import markdown, notebooks, sets, toc
from sigmoids_book.complaint import Complaint, Place

HERE = (
    "\n\nThis page shows the set; in JupyterLab you solve it: `make lab`, then "
    "`exercises/{}.ipynb`. [Your first exercise](/guides/start.md) goes through it step by step."
)


def fold(app: Sphinx, docname: str, source: list[str]) -> None:
    """Fold what a reader is not to see at once; the notebook on disk stays as it is."""
    folder, _, name = docname.partition("/")
    if folder not in ("exercises", "solutions") or not name:
        return
    notebook = nbformat.reads(source[0], as_version=4)
    first = notebook.cells[0]
    if folder == "solutions":
        title, _, rest = first.source.partition("\n")
        question = rest.strip().split("\n\n")[0]
        title = title.replace("Exercises", "Solutions", 1)
        link = f"Answers to [the exercises](/exercises/{name}.ipynb), folded one by one."
        first.source = f"{title}\n\n{question}\n\n{link}"
    else:
        first.source += HERE.format(name)
    for number, cells in enumerate(sets.sections(notebook), start=1):
        checks = [cell for cell in cells if sets.is_check(cell)]
        for cell in cells:
            if cell.cell_type == "markdown":
                cell.source = _name_hints(cell.source, number)
            if sets.nbgrader(cell):
                cell.source = "\n".join(filter(_is_shown, cell.source.split("\n"))).rstrip("\n")
            if cell in checks:
                which = f" ({checks.index(cell) + 1} of {len(checks)})" if len(checks) > 1 else ""
                _fold(cell, f"The check of question {number}{which}")
            elif sets.is_answer(cell) and folder == "solutions":
                _fold(cell, f"The answer to question {number}")
    source[0] = nbformat.writes(notebook)


def _name_hints(text: str, number: int) -> str:
    """The hints' folds with names that tell them apart from those of other questions."""
    for fold in sorted(markdown.folds(text), key=attrgetter("name"), reverse=True):
        if sets.HINT.fullmatch(fold.summary):
            name = f' aria-label="{fold.summary} for question {number}"'
            text = text[: fold.name] + name + text[fold.name :]
    return text


def _is_shown(line: str) -> bool:
    return line.strip(" ") not in sets.MARKS


def _fold(cell: nbformat.NotebookNode, title: str) -> None:
    """Its title is the fold's name, so it tells the folds of a page apart."""
    if cell.cell_type == "markdown":
        cell.source = f"<details><summary>{title}</summary>\n\n{cell.source}\n\n</details>"
        return
    cell.metadata.setdefault("tags", []).append("hide-input")
    prompts = {"code_prompt_show": title, "code_prompt_hide": title}
    cell.metadata.setdefault("mystnb", {}).update(prompts)


class ExercisesDirective(SphinxDirective):
    """A table of all sets, in the order of their chapters, with a box to tick each off."""

    def run(self):
        root = Path(self.env.srcdir)
        course = in_order(root, sets.read_all(root / "exercises"))
        for exercise in course:
            self.env.note_dependency(str(root / f"exercises/{exercise.place}.ipynb"))
        head = ("Done", "Set", "Questions", "Points", "Minutes")
        rows = [self.row(exercise) for exercise in course]
        total = [
            "",
            "All",
            str(sum(scored(s) for s in course)),
            str(sum(s.points for s in course)),
            str(sum(s.minutes for s in course)),
        ]
        table = nodes.table("", classes=["exercises"])
        group = nodes.tgroup("", cols=len(head))
        group += [nodes.colspec(colwidth=1) for _ in head]
        group += nodes.thead("", _row([nodes.Text(text) for text in head]))
        group += nodes.tbody("", *rows, _row([nodes.Text(text) for text in total]))
        table += group
        return [table]

    def row(self, exercise: sets.ExerciseSet) -> nodes.row:
        name = f"exercises/{exercise.place}"
        page = self.env.app.builder.get_relative_uri(self.env.docname, name)
        title = exercise.title.removeprefix("Exercises: ")
        # The style sheet hides its column where no tick would be kept: without scripts, or storage.
        box = nodes.raw(
            "",
            f'<input type="checkbox" data-set="{exercise.name}" aria-label="{title}: done">',
            format="html",
        )
        link = nodes.reference("", title, refuri=page, internal=True)
        numbers = (scored(exercise), exercise.points, exercise.minutes)
        return _row([box, link, *(nodes.Text(str(n)) for n in numbers)])


def scored(exercise: sets.ExerciseSet) -> int:
    """How many of the questions carry points."""
    return sum(question.points > 0 for question in exercise.questions)


def in_order(root: Path, course: list[sets.ExerciseSet]) -> list[sets.ExerciseSet]:
    """The sets in the order in which the book names them."""
    named = [entry.file for entry in toc.entries(root)]
    files = [f"exercises/{exercise.place}" for exercise in course]
    places = {file: named.index(file) if file in named else len(named) for file in files}
    return sorted(course, key=lambda exercise: places[f"exercises/{exercise.place}"])


def complaints(root: Path) -> list[Complaint]:
    """Where sets lack something or are not linked from their chapter."""
    solutions = root / "solutions"
    found = sets.clashes(solutions)
    for path in notebooks.find(solutions):
        notebook, place = nbformat.read(path, as_version=4), path.relative_to(solutions).as_posix()
        found += sets.complaints(notebook, f"solutions/{place}")
        name = f"chapters/{sets.parse(notebook, path.stem).chapter}.ipynb"
        if not (root / name).is_file():
            what = f"its metadata name {name} as its chapter, and there is no such file."
            found.append(Complaint(Place(f"solutions/{place}"), what, "Mend the name."))
            continue
        link = posixpath.relpath(f"exercises/{place}", posixpath.dirname(name))
        if link not in (root / name).read_text(encoding="utf-8"):
            found.append(Complaint(Place(name), f"no link to {link}.", "Add it."))
    return found


def _row(cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def setup(app: Sphinx) -> None:
    app.connect("source-read", fold)
    app.add_directive("exercises", ExercisesDirective)
