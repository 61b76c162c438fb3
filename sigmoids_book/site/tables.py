"""The tables in `data/` from which pages are built: what is wrong in them, and their directives."""

import csv
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sigmoids_book.complaint import Complaint, Place

Row = TypeVar("Row")
Fault = tuple[Row | None, str, str]  # where, None for the whole table; what is wrong; the remedy


class Malformed(ValueError):
    """A table whose rows cannot be told apart into columns."""

    def __init__(self, complaint: Complaint):
        super().__init__(str(complaint))
        self.complaint = complaint


class Table(ABC, Generic[Row]):
    """One of them. `path`: its file in the book; `row`: a NamedTuple, whose fields are its columns
    and at last `line`, that of the row in the file; `name`: the column that names a row in a
    complaint, if one does."""

    path: ClassVar[str]
    row: ClassVar[type]
    name: ClassVar[str] = ""

    def read(self, root: Path) -> list[Row]:
        """All rows, in the table's order; the book in `root` may have no table. Raises
        Malformed where the columns are others, or a row has more or fewer."""
        path = root / self.path
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as lines:
            cells = csv.reader(lines)
            columns = self.row._fields[:-1]
            if tuple(next(cells, ())) != columns:
                remedy = f"Write {','.join(columns)}."
                place = Place(self.path, line=1)
                raise Malformed(Complaint(place, "the columns are others.", remedy))
            return [self._row(row, cells.line_num) for row in cells if row]

    def _row(self, cells: list[str], line: int) -> Row:
        wanted = len(self.row._fields) - 1
        if len(cells) != wanted:
            what = f"it has {len(cells)} columns in place of {wanted}."
            remedy = 'Write all, and one that holds a comma in "quotes".'
            raise Malformed(Complaint(Place(self.path, line=line), what, remedy))
        return self.row(*self.values(cells), line)

    def values(self, cells: list[str]) -> Iterable[Any]:
        """What the fields of a row are, where they are not the texts themselves."""
        return cells

    def complaints(self, root: Path) -> list[Complaint]:
        """What is wrong in the table; nothing where the book has none."""
        try:
            rows = self.read(root)
        except Malformed as fault:
            return [fault.complaint]
        found = self.faults(rows, root) if rows else ()
        return [Complaint(self.place(row), what, remedy) for row, what, remedy in found]

    @abstractmethod
    def faults(self, rows: list[Row], root: Path) -> Iterator[Fault]:
        """What is wrong in the rows, of which there is one at least."""

    def place(self, row: Row | None) -> Place:
        if row is None:
            return Place(self.path)
        return Place(self.path, line=row.line, name=getattr(row, self.name) if self.name else "")


class TableDirective(SphinxDirective):
    """Shows the rows of `table`. The page is read anew when the table, or a file that `sources`
    names, has changed."""

    table: ClassVar[Table]

    def run(self) -> list[nodes.Node]:
        self.root = Path(self.env.srcdir)
        self.env.note_dependency(str(self.root / self.table.path))
        try:
            rows = self.table.read(self.root)
        except Malformed as fault:
            raise self.error(f"{{{self.name}}}: {fault}") from fault
        for path in {*self.sources(rows)}:
            self.env.note_dependency(str(path))
        return self.show(rows)

    def sources(self, rows: list) -> Iterable[Path]:
        """The files beside the table that decide what the page shows."""
        return ()

    def show(self, rows: list) -> list[nodes.Node]:
        raise NotImplementedError

    def inline(self, text: str) -> list[nodes.Node]:
        """A text of the table, read as Markdown."""
        return self.state.inline_text(text, self.lineno)[0]

    def uri(self, page: str) -> str:
        """The address of a page of the book, from the one that is read."""
        return self.env.app.builder.get_relative_uri(self.env.docname, page)


def chapter(root: Path, name: str) -> Path:
    """The notebook of the chapter that a row names."""
    return root / f"chapters/{name}.ipynb"
