"""Notebook cells: their anchors, and the names of their folds.

Every cell has an anchor, `cell-<id>`, so that a link can go to the very cell:

    [the verdict](chapters/neuron.ipynb#cell-learning-read)

A Markdown cell has no node of its own in the document: what it holds stands among its neighbours,
as the headings demand. But myst-nb counts lines as ten thousand times the cell, plus the line in
it, so the first block with such a line is where the cell begins.
"""

import json
from html import escape
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

LINES = 10_000  # myst-nb's number of a line: this times the cell, plus the line in it


def anchor(cell_id: str) -> str:
    return f"cell-{cell_id}"


def cell_ids(path: Path) -> list[str]:
    """The ids of a notebook's cells, in order."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell.get("id", "") for cell in cells]


class AnchorCells(SphinxTransform):
    """Put a target before each cell, and let MyST's links find it, or complain."""

    default_priority = 500

    def apply(self, **kwargs) -> None:
        path = Path(self.env.doc2path(self.env.docname))
        if path.suffix != ".ipynb":
            return
        slugs = self.env.metadata[self.env.docname].setdefault("myst_slugs", {})
        names = cell_ids(path)
        for number, block in first_blocks(self.document).items():
            name = anchor(names[number - 1])
            block.parent.insert(block.parent.index(block), nodes.target(ids=[name]))
            slugs[name] = (block.line, name, name)


def first_blocks(document: nodes.document) -> dict[int, nodes.Element]:
    """Of each cell, counted from 1, the first block that stands in a section."""
    found = {}
    for node in document.findall(nodes.Element):
        number = (node.line or 0) // LINES
        if number and number not in found:
            while not isinstance(node.parent, nodes.section | nodes.document):
                node = node.parent
            found[number] = node
    return found


def visit_fold(writer, node: HideCodeCellNode) -> None:
    """Begin a fold. Its name is what it shows; myst-nb calls every one "Toggle hidden content"."""
    show, hide = escape(node["prompt_show"]), escape(node["prompt_hide"])
    if show != hide:
        show = f'<span class="collapsed">{show}</span><span class="expanded">{hide}</span>'
    classes = " ".join(node["classes"])
    writer.body.append(f'<details class="admonition hide {classes}">\n<summary>{show}</summary>\n')


def setup(app: Sphinx) -> None:
    app.add_transform(AnchorCells)
    app.add_node(HideCodeCellNode, override=True, html=(visit_fold, depart_HideCellInput))
