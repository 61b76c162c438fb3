"""The directive {claims}: what is said of the sigmoid, and what is true, from `data/claims/`.

    ```{claims} A1 to A5
    ```

lists these rows, each with its verdict and a link to the cell that tests it. Without an argument
it counts the verdicts, and the claims whose chapter is still to come.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sigmoids_book.site import cells, tables

TABLE = "data/claims/values.csv"
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


def read(root: Path) -> list[Claim]:
    """All rows, in the table's order; the book in `root` may have no table."""
    return [Claim(**row) for row in tables.rows(root / TABLE)]


def notebook(root: Path, claim: Claim) -> Path:
    return root / "chapters" / f"{claim.chapter}.ipynb"


def complaints(root: Path) -> list[str]:
    """What is wrong in the table, each with its line and the remedy."""
    claims = read(root)
    times = Counter(claim.id for claim in claims)
    return [
        f"{TABLE}, line {claim.line} ({claim.id}): {what}"
        for claim in claims
        for what in _complaints(claim, times[claim.id], notebook(root, claim))
    ]


def _complaints(claim: Claim, times: int, path: Path) -> Iterator[str]:
    if times > 1:
        yield "this id stands in two lines. Number one of them anew."
    if claim.verdict not in (*VERDICTS, NONE):
        *first, last = VERDICTS
        words = f"{', '.join(first)} or {last}; {NONE} for what claims nothing"
        yield f"the verdict is {claim.verdict!r}. Write {words}."
    if not claim.claim or not claim.truth:
        yield "claim or truth is empty. Write one sentence each."
    if not claim.chapter:
        yield "no chapter is named. Name the notebook, without .ipynb."
    elif path.exists() and not claim.cell:
        yield f"chapters/{path.name} is there, but no cell is named. Name the one with the verdict."
    elif claim.cell and not path.exists():
        yield f"there is no chapters/{path.name}. Mend the name, or leave the cell empty for now."
    elif claim.cell and claim.cell not in cells.cell_ids(path):
        yield f"chapters/{path.name} has no cell {claim.cell!r}. Name the one with the verdict."


class ClaimsDirective(SphinxDirective):
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        root = Path(self.env.srcdir)
        claims = read(root)
        # The page is read anew when a verdict, or a chapter it names, has changed.
        for path in {root / TABLE, *(notebook(root, claim) for claim in claims)}:
            self.env.note_dependency(str(path))
        if not self.arguments:
            return [nodes.paragraph("", tally(claims))]
        ids = [claim.id for claim in claims]
        first, _, last = self.arguments[0].partition(" to ")
        if first not in ids or last not in ids:
            raise self.error(f"{{claims}} takes two ids from {TABLE}, such as A1 to A5.")
        chosen = claims[ids.index(first) : ids.index(last) + 1]
        items = [self.item(claim, notebook(root, claim)) for claim in chosen]
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
        page = self.env.app.builder.get_relative_uri(self.env.docname, f"chapters/{claim.chapter}")
        address = f"{page}#{cells.anchor(claim.cell)}"
        link = nodes.reference("", title(path), refuri=address, internal=True)
        return [nodes.Text("Shown in "), link]

    def inline(self, text: str) -> list[nodes.Node]:
        return self.state.inline_text(text, self.lineno)[0]


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
