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
from sphinx.util.docutils import SphinxDirective

from sigmoids_book.site import cells, tables
from sigmoids_book.site.claims import title

TABLE = "data/timeline/values.csv"
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


def read(root: Path) -> list[Event]:
    """All rows, in the table's order; the book in `root` may have no table."""
    return [Event(**row) for row in tables.rows(root / TABLE)]


def sources(root: Path) -> dict[str, tuple[str, str]]:
    """Year and authors of each entry of references.bib, by its key."""
    text = (root / "references.bib").read_text(encoding="utf-8")
    found = {}
    for entry in re.split(r"^@", text, flags=re.MULTILINE)[1:]:
        key = re.match(r"\w+\{([^,]+),", entry)[1]
        fields = dict(re.findall(r"^\s*(year|author)\s*=\s*\{(.*)\},?$", entry, re.MULTILINE))
        found[key] = (fields.get("year", ""), fields.get("author", ""))
    return found


def complaints(root: Path) -> list[str]:
    """What is wrong in the table, each with its line and the remedy."""
    events = read(root)
    known = sources(root) if events else {}
    found = [
        f"{TABLE}, line {event.line} ({event.year}): {what}"
        for event in events
        for what in _complaints(event, root, known)
    ]
    return found + [
        f"{TABLE}, line {later.line} ({later.year}): it comes after {earlier.year}. "
        "Move the row to its place."
        for earlier, later in pairwise(events)
        if later.year < earlier.year
    ]


def _complaints(event: Event, root: Path, known: dict[str, tuple[str, str]]) -> Iterator[str]:
    if not (re.fullmatch(r"\d{4}", event.year) and FIRST <= int(event.year) <= LAST):
        yield f"the year is not one from {FIRST} to {LAST}. Write four digits."
    if event.era not in ERAS:
        yield f"the era is {event.era!r}. Write {', '.join(ERAS[:-1])} or {ERAS[-1]}."
    if not event.who or not event.what:
        yield "who or what is empty. Write surnames, and one sentence."
    path = root / "chapters" / f"{event.chapter}.ipynb"
    if not event.place or not path.exists():
        yield "it links to no chapter. Name the notebook, without .ipynb, and the place in it."
    elif event.place.startswith("cell-"):
        if event.place not in map(cells.anchor, cells.cell_ids(path)):
            yield f"chapters/{path.name} has no {event.place!r}. Name a cell that is there."
    if event.key and event.key not in known:
        yield f"references.bib has no {event.key!r}. Add the source, or mend the key."
    elif event.key and known[event.key][0] != event.year:
        yield f"references.bib has {known[event.key][0]} for {event.key}. Mend one of the two."


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


class TimelineDirective(SphinxDirective):
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        root = Path(self.env.srcdir)
        events = read(root)
        # The page is read anew when an event, a chapter it names, or this drawing has changed.
        paths = {root / "chapters" / f"{event.chapter}.ipynb" for event in events}
        for path in {root / TABLE, Path(__file__), *paths}:
            self.env.note_dependency(str(path))
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
        items = [self.item(anchor, event, root) for anchor, event in chosen]
        return [nodes.enumerated_list("", *items, classes=["timeline"])]

    def item(self, anchor: str, event: Event, root: Path) -> nodes.list_item:
        year = nodes.reference("", event.year, refid=anchor, classes=["year"])
        era = nodes.inline("", event.era, classes=["era", f"era-{event.era}"])
        who = nodes.strong("", event.who)
        head = nodes.paragraph("", "", year, nodes.Text(" "), who, nodes.Text(" "), era)
        what = nodes.paragraph("", "", *self.inline(event.what))
        path = root / "chapters" / f"{event.chapter}.ipynb"
        link = f"[{title(path)}](/chapters/{path.name}#{event.place})" if path.exists() else ""
        source = f" {{cite:p}}`{event.key}`" if event.key else ""
        where = nodes.paragraph("", "", *self.inline(f"Shown in {link}{source}"), classes=["where"])
        item = nodes.list_item("", head, what, where, classes=[f"era-{event.era}"])
        item["ids"].append(anchor)
        return item

    def inline(self, text: str) -> list[nodes.Node]:
        return self.state.inline_text(text, self.lineno)[0]


def setup(app: Sphinx) -> None:
    app.add_directive("timeline", TimelineDirective)
