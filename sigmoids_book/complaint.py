"""What is wrong in a source of the course: where it stands, what it is, and what to do about it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where in the course. `cell` counts from 1, and `line` is then that of the cell; `name`: of
    the cell its id, of a table's row what the row is about, else the question."""

    file: str
    cell: int | None = None
    line: int | None = None
    name: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.cell is not None:
            parts.append(f"cell {self.cell} (id {self.name or 'missing'})")
        if self.line is not None:
            row = f" ({self.name})" if self.name and self.cell is None else ""
            parts.append(f"line {self.line}{row}")
        elif self.name and self.cell is None:
            parts.append(f"question “{self.name}”")
        return ", ".join(parts)


@dataclass(frozen=True)
class Complaint:
    """Printed in one line: the place, a sentence, and in the next sentence the remedy. What a
    build's log says of no place has none, and has no remedy where the sentence names it."""

    place: Place | None
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.what} {self.remedy}".rstrip()


def report(complaints: Sequence[Complaint]) -> int:
    """Print them, one a line, as errors. Returns the exit status: 1 if there are any."""
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0
