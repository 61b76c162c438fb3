"""The directive {timeline}: events in the history of the sigmoid, from `data/timeline/`.

    ```{timeline} 1798 to 1899
    ```

lists the events of these years, each with a link to the place in the book that treats it. Without
an argument it draws all on one line of time: a lane for each era, a dot for each event. The dots
are placed by style sheet alone, so that the words keep their size on a phone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx

from sigmoids_book import bibliography
from sigmoids_book.bibliography import Source
from sigmoids_book.site import cells
from sigmoids_book.site.claims import title
from sigmoids_book.site.tables import Fault, Table, TableDirective, chapter

ERAS = ("growth", "statistics", "nerves", "nets", "today")
FIRST, LAST = 1790, 2030  # the ends of the drawn line
MARKS = (1800, 1850, 1900, 1950, 2000)
DOT, NARROWEST = 8, 260  # CSS pixels: a dot, and the line on a screen of 320


class Event(NamedTuple):
    """A row; `line` is its line in the table. `place` is the anchor in the chapter, `key` a source
    in references.bib or empty."""

    year: str
    era: str
    who: str
    what: str
    chapter: str
    place: str
    key: str
    line: int


class Timeline(Table[Event]):
    path = "data/timeline/values.csv"
    row = Event
    name = "year"

    def faults(self, rows: list[Event], root: Path) -> Iterator[Fault]:
        try:
            known = bibliography.read(root / bibliography.NAME)
        except ValueError:  # of which `bibliography.complaints` speaks
            known = None
        for event in rows:
            for what, remedy in (*_faults(event, root), *_of_the_source(event, known)):
                yield event, what, remedy
        for earlier, later in pairwise(rows):
            if later.year < earlier.year:
                yield later, f"it comes after {earlier.year}.", "Move the row to its place."


TABLE = Timeline()


def _faults(event: Event, root: Path) -> Iterator[tuple[str, str]]:
    if not (re.fullmatch(r"\d{4}", event.year) and FIRST <= int(event.year) <= LAST):
        yield f"the year is not one from {FIRST} to {LAST}.", "Write four digits."
    if event.era not in ERAS:
        yield f"the era is {event.era!r}.", f"Write {', '.join(ERAS[:-1])} or {ERAS[-1]}."
    if not event.who or not event.what:
        yield "who or what is empty.", "Write surnames, and one sentence."
    path = chapter(root, event.chapter)
    if not event.place or not path.exists():
        remedy = "Name the notebook, without .ipynb, and the place in it."
        yield "it links to no chapter.", remedy
    elif event.place.startswith("cell-"):
        if event.place not in map(cells.anchor, cells.cell_ids(path)):
            what = f"chapters/{event.chapter}.ipynb has no {event.place!r}."
            yield what, "Name a cell that is there."


def _of_the_source(event: Event, known: dict[str, Source] | None) -> Iterator[tuple[str, str]]:
    """What is wrong with its key; nothing where `references.bib` could not be read."""
    if not event.key or known is None:
        return
    if event.key not in known:
        remedy = "Add the source, or mend the key."
        yield f"{bibliography.NAME} has no {event.key!r}.", remedy
    elif (year := known[event.key].year) != event.year:
        yield f"{bibliography.NAME} has {year} for {event.key}.", "Mend one of the two."


def anchors(events: list[Event]) -> list[str]:
    """An id for each event: its year, and its number in that year from the second on."""
    years = [event.year for event in events]
    numbers = [years[: at + 1].count(year) for at, year in enumerate(years)]
    return [f"event-{y}" + (f"-{n}" if n > 1 else "") for y, n in zip(years, numbers, strict=True)]


def position(year: int) -> float:
    """Where on the line, in per cent of its length: the scale is linear."""
    return 100 * (year - FIRST) / (LAST - FIRST)


def levels(years: list[int]) -> list[int]:
    """How high each dot stands, from 0, so that none touches another on the narrowest screen."""
    apart = (LAST - FIRST) * (DOT + 1) / NARROWEST  # years that a dot covers there
    ends, found = [], []
    for year in years:
        free = [level for level, end in enumerate(ends) if year - end >= apart]
        found.append(free[0] if free else len(ends))
        ends[found[-1] : found[-1] + 1] = [year]
    return found


def drawing(events: list[Event]) -> str:
    """The line of time as HTML. What it shows to the eye, caption and lists say in words."""
    lanes = []
    for era in ERAS:
        years = [int(event.year) for event in events if event.era == era]
        if not years:
            continue
        heights = levels(years)
        dots = "".join(
            f'<i style="left:{position(year):.2f}%;bottom:{height * (DOT + 1) + 2}px"></i>'
            for year, height in zip(years, heights, strict=True)
        )
        track = (max(heights) + 1) * (DOT + 1) + 3
        lanes.append(
            f'<div class="lane era-{era}"><p>{era.capitalize()}: {len(years)} events, '
            f"{years[0]} to {years[-1]}</p>"
            f'<div class="track" style="height:{track}px" aria-hidden="true">{dots}</div></div>'
        )
    marks = "".join(f'<b style="left:{position(m):.2f}%">{m}</b>' for m in MARKS)
    return (
        f'<figure class="line-of-time">{"".join(lanes)}'
        f'<div class="marks" aria-hidden="true">{marks}</div>'
        f"<figcaption>{len(events)} events, a dot each. The scale is linear: a year has the same "
        "length everywhere. Dots that would touch on a phone stand on top of each other."
        "</figcaption></figure>"
    )


class TimelineDirective(TableDirective):
    table = TABLE
    optional_arguments = 1
    final_argument_whitespace = True

    def sources(self, rows: list[Event]) -> Iterator[Path]:
        yield Path(__file__)  # the drawing
        for event in rows:
            yield chapter(self.root, event.chapter)

    def show(self, events: list[Event]) -> list[nodes.Node]:
        if not self.arguments:
            return [nodes.raw("", drawing(events), format="html")]
        years = re.fullmatch(r"(\d{4}) to (\d{4})", self.arguments[0])
        chosen = [
            (anchor, event)
            for anchor, event in zip(anchors(events), events, strict=True)
            if years and years[1] <= event.year <= years[2]
        ]
        if not chosen:
            raise self.error("{timeline} takes two years with events, such as 1798 to 1899.")
        items = [self.item(anchor, event) for anchor, event in chosen]
        return [nodes.enumerated_list("", *items, classes=["timeline"])]

    def item(self, anchor: str, event: Event) -> nodes.list_item:
        year = nodes.reference("", event.year, refid=anchor, classes=["year"])
        era = nodes.inline("", event.era, classes=["era", f"era-{event.era}"])
        who = nodes.strong("", event.who)
        head = nodes.paragraph("", "", year, nodes.Text(" "), who, nodes.Text(" "), era)
        what = nodes.paragraph("", "", *self.inline(event.what))
        path = chapter(self.root, event.chapter)
        target = f"/chapters/{event.chapter}.ipynb#{event.place}"
        link = f"[{title(path)}]({target})" if path.exists() else ""
        source = f" {{cite:p}}`{event.key}`" if event.key else ""
        where = nodes.paragraph("", "", *self.inline(f"Shown in {link}{source}"), classes=["where"])
        item = nodes.list_item("", head, what, where, classes=[f"era-{event.era}"])
        item["ids"].append(anchor)
        return item


def setup(app: Sphinx) -> None:
    app.add_directive("timeline", TimelineDirective)
