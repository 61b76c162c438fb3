"""The directive {outcomes}: what a reader of each chapter can do, and the questions that test it,
from `data/outcomes/`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx

from sigmoids_book import sets
from sigmoids_book.site import cells
from sigmoids_book.site.exercises import in_order
from sigmoids_book.site.tables import Fault, Table, TableDirective


class Outcome(NamedTuple):
    """A row; `line` is its line in the table."""

    chapter: str
    outcome: str
    questions: tuple[str, ...]
    line: int


class OutcomesTable(Table[Outcome]):
    path = "data/outcomes/values.csv"
    row = Outcome

    def values(self, cells: list[str]) -> list[Any]:
        *texts, questions = cells
        return [*texts, tuple(questions.split())]

    def faults(self, rows: list[Outcome], root: Path) -> Iterator[Fault]:
        """Rows that name what is not there, and questions that test no outcome."""
        course = sets.read_all(root / "exercises")
        known = {s.chapter: {q.id for q in s.questions if q.points} for s in course}
        for row in rows:
            if row.chapter not in known:
                yield row, f"the chapter {row.chapter!r} has no exercises.", "Mend its name."
                continue
            if not row.outcome or not row.questions:
                yield row, "outcome or questions are empty.", "Write both."
            for name in row.questions:
                if name not in known[row.chapter]:
                    what = f"the set of {row.chapter} has no scored question {name!r}."
                    yield row, what, "Mend its name, or take it out."
        for chapter, names in known.items():
            tested = {name for row in rows if row.chapter == chapter for name in row.questions}
            for name in sorted(names - tested):
                yield None, f"no outcome of {chapter} is tested by {name}.", "Add it to a row."


TABLE = OutcomesTable()


class OutcomesDirective(TableDirective):
    table = TABLE

    def show(self, rows: list[Outcome]) -> list[nodes.Node]:
        found = []
        for exercise in in_order(self.root, sets.read_all(self.root / "exercises")):
            self.env.note_dependency(str(self.root / f"exercises/{exercise.place}.ipynb"))
            title = exercise.title.removeprefix("Exercises: ")
            page = self.uri(f"chapters/{exercise.chapter}")
            link = nodes.reference("", title, refuri=page, internal=True)
            own = [row for row in rows if row.chapter == exercise.chapter]
            items = [nodes.list_item("", self.item(row, exercise)) for row in own]
            term = nodes.term("", "", link)
            definition = nodes.definition("", nodes.bullet_list("", *items))
            found.append(nodes.definition_list_item("", term, definition))
        return [nodes.definition_list("", *found)]

    def item(self, row: Outcome, exercise: sets.ExerciseSet) -> nodes.paragraph:
        paragraph = nodes.paragraph("", "", *self.inline(row.outcome), nodes.Text(": "))
        titles = {q.id: q.title for q in exercise.questions}
        for number, name in enumerate(row.questions):
            uri = f"{self.uri(f'exercises/{exercise.place}')}#{cells.anchor(f'{name}-ask')}"
            if number:
                paragraph += nodes.Text(", ")
            paragraph += nodes.reference("", titles[name], refuri=uri, internal=True)
        return paragraph


def setup(app: Sphinx) -> None:
    app.add_directive("outcomes", OutcomesDirective)
