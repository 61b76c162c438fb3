"""The sources in `references.bib`: who wrote them, and when."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sigmoids_book.complaint import Complaint, Place

NAME = "references.bib"


class Source(NamedTuple):
    """`names`: the surnames of its authors, or of its editors where it has none. `year` is as it
    stands there, and empty where there is none."""

    year: str
    names: tuple[str, ...]

    @property
    def who(self) -> str:
        """The names as a text cites them."""
        if len(self.names) > 2:
            return f"{self.names[0]} et al."
        return " and ".join(self.names)


def read(path: Path) -> dict[str, Source]:
    """All sources by their keys. Raises ValueError, with line and reason, for what is no BibTeX."""
    return _parse(path.read_text(encoding="utf-8"))


def complaints(root: Path) -> list[Complaint]:
    """Why the bibliography of the book in `root` cannot be read, if it has one."""
    try:
        read(root / NAME)
    except FileNotFoundError:
        return []
    except ValueError as error:
        return [Complaint(Place(NAME), f"{error}.", "Mend the entry.")]
    return []


@lru_cache(maxsize=8)
def _parse(text: str) -> dict[str, Source]:
    from pybtex.database import parse_string
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        raise ValueError(str(error)) from error
    found = {}
    for key, entry in entries.items():
        people = entry.persons.get("author") or entry.persons.get("editor") or []
        names = (" ".join([*p.prelast_names, *p.last_names]).strip("{}") for p in people)
        found[key] = Source(entry.fields.get("year", ""), tuple(names))
    return found
