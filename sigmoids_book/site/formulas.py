"""Formulas in a line of text."""

import re
from itertools import islice

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from sigmoids_book.site.markup import Page

# Browsers break a line between a formula and the full stop after it. A short formula is kept in
# one piece with what follows it; in a longer one a phone needs the breaks.
CLOSING = re.compile(r"[.,;:!?)\]’”]+|-\w+[.,;:!?)]*")
SHORT = 25  # characters of TeX

# The classes that KaTeX gives to what uses a font, apart from the two of nearly every formula.
MARKS = {
    "KaTeX_Size1-Regular": ({"delimsizing", "size1"}, {"delim-size1"}, {"small-op"}),
    "KaTeX_Size2-Regular": ({"delimsizing", "size2"}, {"large-op"}),
    "KaTeX_Size3-Regular": ({"delimsizing", "size3"},),
    "KaTeX_Size4-Regular": ({"delimsizing", "size4"}, {"delim-size4"}),
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


def first_fonts(page: Page) -> list[str]:
    """The fonts that a page shows at once, by its first three formulas.

    Asked for when a formula is laid out, a font comes so late that it moves the lines being read.
    """
    first = list(islice((e for e in page.elements if "katex" in e.classes), 3))
    classes = [set(part.classes) for formula in first for part in page.within(formula)]
    shown = [n for n, marks in MARKS.items() if any(m <= c for m in marks for c in classes)]
    return ["KaTeX_Main-Regular", "KaTeX_Math-Italic", *shown] if first else []


def unreadable(page: Page) -> list[str]:
    """Formulas that KaTeX left as red text; it gives no other sign."""
    found = [e.attributes.get("title") or "" for e in page.elements if "katex-error" in e.classes]
    red = [e for e in page.elements if e.attributes.get("mathcolor") == "#cc0000"]
    return found + [page.text(element) for element in red]


def setup(app: Sphinx) -> None:
    app.add_post_transform(KeepClosing)
