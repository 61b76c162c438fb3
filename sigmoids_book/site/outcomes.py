"""The directive {outcomes}: what a reader of each chapter can do, and the questions that test it,
from `data/outcomes/`."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sigmoids_book import sets
from sigmoids_book.site import cells, tables
from sigmoids_book.site.exercises import in_order

TABLE = "data/outcomes/values.csv"


class Outcome(NamedTuple):
    """A row; `line` is its line in the table."""

    chapter: str
    outcome: str
    questions: tuple[str, ...]
    line: int


def read(root: Path) -> list[Outcome]:
    """All rows, in the table's order; the book in `root` may have no table."""
    rows = tables.rows(root / TABLE)
    return [Outcome(**row | {"questions": tuple(row["questions"].split())}) for row in rows]


def complaints(root: Path) -> list[str]:
    """Questions that test no outcome, and rows that name what is not there."""
    outcomes = read(root)
    course = sets.read_all(root / "exercises")
    return list(_complaints(outcomes, course)) if outcomes else []


def _complaints(outcomes: list[Outcome], course: list[sets.ExerciseSet]) -> Iterator[str]:
    known = {s.chapter: {q.id for q in s.questions if q.points} for s in course}
    for row in outcomes:
        place = f"{TABLE}, line {row.line}"
        if row.chapter not in known:
            yield f"{place}: the chapter {row.chapter!r} has no exercises. Mend its name."
            continue
        if not row.outcome or not row.questions:
            yield f"{place}: outcome or questions are empty. Write both."
        for name in row.questions:
            if name not in known[row.chapter]:
                yield f"{place}: the set of {row.chapter} has no scored question {name!r}."
    for chapter, names in known.items():
        tested = {name for row in outcomes if row.chapter == chapter for name in row.questions}
        for name in sorted(names - tested):
            yield f"{TABLE}: no outcome of {chapter} is tested by {name}. Add it to a row."


class OutcomesDirective(SphinxDirective):
    def run(self):
        root = Path(self.env.srcdir)
        outcomes = read(root)
        self.env.note_dependency(str(root / TABLE))
        found = []
        for exercise in in_order(root, sets.read_all(root / "exercises")):
            self.env.note_dependency(str(root / f"exercises/{exercise.name}.ipynb"))
            rows = [row for row in outcomes if row.chapter == exercise.chapter]
            title = exercise.title.removeprefix("Exercises: ")
            page = self.uri(f"chapters/{exercise.chapter}")
            link = nodes.reference("", title, refuri=page, internal=True)
            items = [nodes.list_item("", self.item(row, exercise)) for row in rows]
            term = nodes.term("", "", link)
            definition = nodes.definition("", nodes.bullet_list("", *items))
            found.append(nodes.definition_list_item("", term, definition))
        return [nodes.definition_list("", *found)]

    def item(self, row: Outcome, exercise: sets.ExerciseSet) -> nodes.paragraph:
        text, _ = self.state.inline_text(row.outcome, self.lineno)
        paragraph = nodes.paragraph("", "", *text, nodes.Text(": "))
        titles = {q.id: q.title for q in exercise.questions}
        for number, name in enumerate(row.questions):
            uri = f"{self.uri(f'exercises/{exercise.name}')}#{cells.anchor(f'{name}-ask')}"
            if number:
                paragraph += nodes.Text(", ")
            paragraph += nodes.reference("", titles[name], refuri=uri, internal=True)
        return paragraph

    def uri(self, page: str) -> str:
        return self.env.app.builder.get_relative_uri(self.env.docname, page)


def setup(app: Sphinx) -> None:
    app.add_directive("outcomes", OutcomesDirective)
