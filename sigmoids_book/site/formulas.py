"""Formulas in a line of text."""

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

# Browsers break a line between a formula and the full stop after it. A short formula is kept in
# one piece with what follows it; in a longer one a phone needs the breaks.
CLOSING = re.compile(r"[.,;:!?)\]’”]+|-\w+[.,;:!?)]*")
SHORT = 25  # characters of TeX

# What KaTeX writes where it uses a font, apart from the two of nearly every formula.
MARKS = {
    "KaTeX_Size1-Regular": re.compile("delimsizing size1|delim-size1|small-op"),
    "KaTeX_Size2-Regular": re.compile("delimsizing size2|large-op"),
    "KaTeX_Size3-Regular": re.compile("delimsizing size3"),
    "KaTeX_Size4-Regular": re.compile("delimsizing size4|delim-size4"),
}


class KeepClosing(SphinxPostTransform):
    """Wrap a short formula and the punctuation or suffix after it, so that no line ends between."""

    default_priority = 900
    formats = ("html",)

    def run(self, **_) -> None:
        for math in list(self.document.findall(nodes.math)):
            after = math.next_node(descend=False, siblings=True)
            if not isinstance(after, nodes.Text) or len(math.astext()) > SHORT:
                continue
            if closing := CLOSING.match(after):
                whole = nodes.inline(classes=["unbroken"])
                math.replace_self(whole)
                whole += [math, nodes.Text(closing[0])]
                # Not `replace`, which takes the first text that reads the same.
                siblings = after.parent
                place = next(i for i, node in enumerate(siblings) if node is after)
                siblings[place] = nodes.Text(after[closing.end() :])


def first_fonts(html: str) -> list[str]:
    """The fonts that a page shows at once, by its first three formulas.

    Asked for when a formula is laid out, a font comes so late that it moves the lines being read.
    """
    first = re.split('class="katex(?: notranslate)?"', html)[1:4]
    shown = [name for name, mark in MARKS.items() if any(map(mark.search, first))]
    return ["KaTeX_Main-Regular", "KaTeX_Math-Italic", *shown] if first else []


def setup(app: Sphinx) -> None:
    app.add_post_transform(KeepClosing)
