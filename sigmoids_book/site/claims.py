"""The directive {claims}: what is said of the sigmoid, and what is true, from `data/claims/`.

    ```{claims} A1 to A5
    ```

lists these rows, each with its verdict and a link to the cell that tests it. Without an argument
it counts the verdicts, and the claims whose chapter is still to come.
"""

import json
from collections import Counter
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx

from sigmoids_book.site import cells
from sigmoids_book.site.tables import Fault, Table, TableDirective, chapter

VERDICTS = ("right", "imprecise", "unproven", "wrong")
NONE = "none"  # the verdict on what claims nothing, such as a question


class Claim(NamedTuple):
    """A row; `line` is its line in the table. `cell` is empty while `chapter` is still to come."""

    id: str
    claim: str
    verdict: str
    truth: str
    chapter: str
    cell: str
    line: int


class ClaimsTable(Table[Claim]):
    path = "data/claims/values.csv"
    row = Claim
    name = "id"

    def faults(self, rows: list[Claim], root: Path) -> Iterator[Fault]:
        times = Counter(claim.id for claim in rows)
        twice = {id for id, number in times.items() if number > 1}
        for claim in rows:
            for what, remedy in _faults(claim, twice, chapter(root, claim.chapter)):
                yield claim, what, remedy


TABLE = ClaimsTable()


def _faults(claim: Claim, twice: Set[str], path: Path) -> Iterator[tuple[str, str]]:
    verdict = "Name the one with the verdict."
    if claim.id in twice:
        yield "this id stands in two lines.", "Number one of them anew."
    if claim.verdict not in (*VERDICTS, NONE):
        *first, last = VERDICTS
        words = f"{', '.join(first)} or {last}; {NONE} for what claims nothing"
        yield f"the verdict is {claim.verdict!r}.", f"Write {words}."
    if not claim.claim or not claim.truth:
        yield "claim or truth is empty.", "Write one sentence each."
    if not claim.chapter:
        yield "no chapter is named.", "Name the notebook, without .ipynb."
    elif path.exists() and not claim.cell:
        yield f"chapters/{claim.chapter}.ipynb is there, but no cell is named.", verdict
    elif claim.cell and not path.exists():
        remedy = "Mend the name, or leave the cell empty for now."
        yield f"there is no chapters/{claim.chapter}.ipynb.", remedy
    elif claim.cell and claim.cell not in cells.cell_ids(path):
        yield f"chapters/{claim.chapter}.ipynb has no cell {claim.cell!r}.", verdict


class ClaimsDirective(TableDirective):
    table = TABLE
    optional_arguments = 1
    final_argument_whitespace = True

    def sources(self, rows: list[Claim]) -> Iterator[Path]:
        return (chapter(self.root, claim.chapter) for claim in rows)

    def show(self, rows: list[Claim]) -> list[nodes.Node]:
        if not self.arguments:
            return [nodes.paragraph("", tally(rows))]
        ids = [claim.id for claim in rows]
        first, _, last = self.arguments[0].partition(" to ")
        if first not in ids or last not in ids:
            raise self.error(f"{{claims}} takes two ids from {TABLE.path}, such as A1 to A5.")
        chosen = rows[ids.index(first) : ids.index(last) + 1]
        items = [self.item(claim, chapter(self.root, claim.chapter)) for claim in chosen]
        return [nodes.definition_list("", *items, classes=["claims"])]

    def item(self, claim: Claim, path: Path) -> nodes.definition_list_item:
        number = nodes.reference("", claim.id, refid=claim.id, classes=["number"])
        term = nodes.term("", "", number, nodes.Text(" "), *self.inline(claim.claim))
        term["ids"].append(claim.id)
        truth = nodes.paragraph("", "", *self.verdict(claim), *self.inline(claim.truth))
        where = nodes.paragraph("", "", *self.where(claim, path), classes=["where"])
        return nodes.definition_list_item("", term, nodes.definition("", truth, where))

    def verdict(self, claim: Claim) -> list[nodes.Node]:
        if claim.verdict == NONE:
            return []
        word = f"{claim.verdict.capitalize()}."
        return [nodes.strong("", word, classes=["verdict", claim.verdict]), nodes.Text(" ")]

    def where(self, claim: Claim, path: Path) -> list[nodes.Node]:
        if not claim.cell or not path.exists():
            return [nodes.Text(f"In preparation: the chapter {claim.chapter}")]
        address = f"{self.uri(f'chapters/{claim.chapter}')}#{cells.anchor(claim.cell)}"
        link = nodes.reference("", title(path), refuri=address, internal=True)
        return [nodes.Text("Shown in "), link]


def title(path: Path) -> str:
    """A chapter's title: the first line of its notebook."""
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]
    return "".join(first).splitlines()[0].removeprefix("# ")


def tally(claims: list[Claim]) -> str:
    """The verdicts counted, and how many claims no chapter treats yet."""
    counts = Counter(claim.verdict for claim in claims)
    text = f"{len(claims)} claims: " + ", ".join(f"{counts[word]} {word}" for word in VERDICTS)
    if counts[NONE]:
        text += f", {counts[NONE]} without a verdict, since nothing is claimed"
    waiting = sum(not claim.cell for claim in claims)
    return f"{text}. In preparation, their chapter still to come: {waiting}."


def setup(app: Sphinx) -> None:
    app.add_directive("claims", ClaimsDirective)
