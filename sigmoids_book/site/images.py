"""Images with their size as attributes, so that the browser keeps their room before they load."""

import re
from html import escape
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)
PER_POINT = 4 / 3  # CSS pixels
SIZE = re.compile(r"([\d.]+)(pt|px)?")


def svg_size(text: str) -> tuple[int, int]:
    """Width and height of an SVG, in CSS pixels. Matplotlib writes points. Raises ValueError."""
    _, tag = next(ElementTree.iterparse(StringIO(text), events=["start"]))
    sizes = [SIZE.fullmatch(tag.get(side, "")) for side in ("width", "height")]
    if not all(sizes):
        raise ValueError("the <svg> has no width and height")
    return tuple(round(float(s[1]) * (PER_POINT if s[2] == "pt" else 1)) for s in sizes)


def visit(self, node: nodes.image) -> None:
    # Of figures in notebooks, the check of the notebooks has spoken, with the cell.
    if not node.get("alt", "").strip() and "jupyter_execute" not in node["uri"]:
        message = "the image %s has no alt text. Say in it what the picture shows."
        logger.warning(message, node["uri"], location=node)
    source = Path(self.builder.srcdir) / node["uri"]
    name = self.builder.images.get(node["uri"], node["uri"])
    size = ""
    if source.suffix == ".svg" and source.exists():
        width, height = svg_size(source.read_text(encoding="utf-8"))
        size = f' width="{width}" height="{height}"'
    self.body.append(
        f'<img src="{self.builder.imgpath}/{name}" alt="{escape(node.get("alt", ""))}"{size} '
        'loading="lazy" decoding="async">'
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    app.add_node(nodes.image, override=True, html=(visit, None))
