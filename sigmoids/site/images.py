"""Images with their size as attributes, so that the browser keeps their room before they load."""

import re
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

PER_POINT = 4 / 3  # CSS pixels


def svg_size(text: str) -> tuple[int, int]:
    """Width and height of an SVG, in CSS pixels. Matplotlib writes points."""
    found = re.search(r'<svg[^>]*?\bheight="([\d.]+)(pt|px)?"[^>]*?\bwidth="([\d.]+)', text, re.S)
    if found:
        height, unit, width = found.groups()
    else:
        found = re.search(r'<svg[^>]*?\bwidth="([\d.]+)(pt|px)?"[^>]*?\bheight="([\d.]+)', text, re.S)
        if not found:
            raise ValueError("the <svg> has no width and height")
        width, unit, height = found.groups()
    scale = PER_POINT if unit == "pt" else 1
    return round(float(width) * scale), round(float(height) * scale)


def visit(self, node: nodes.image) -> None:
    if not node.get("alt", "").strip():
        raise ExtensionError(
            f"{node.source or self.builder.current_docname}: the image {node['uri']} has no alt "
            "text. Say in it what the picture shows."
        )
    source = Path(self.builder.srcdir) / node["uri"]
    name = self.builder.images.get(node["uri"], node["uri"])
    size = ""
    if source.suffix == ".svg":
        width, height = svg_size(source.read_text(encoding="utf-8"))
        size = f' width="{width}" height="{height}"'
    self.body.append(
        f'<img src="{self.builder.imgpath}/{name}" alt="{escape(node["alt"])}"{size} '
        'loading="lazy" decoding="async">'
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    app.add_node(nodes.image, override=True, html=(visit, None))
