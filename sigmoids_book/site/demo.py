"""Demos on a page: from a notebook's stored output, or from the directive {demo}."""

import hashlib
import json
import math
from collections import Counter
from functools import cache
from html import escape
from pathlib import Path

import traitlets
import yaml
from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sigmoids import mime
from sigmoids.demos import DEMOS, Demo


class demo_node(nodes.General, nodes.Element):
    """Attributes: `stem`, `parameters` (JSON text)."""


class DemoOutput:
    """myst-nb's hook for our MIME type. Only the parameters are taken from the notebook: the
    program is always today's, so a page never runs a stored one that has aged."""

    mime_priority_overrides = (("html", mime.DEMO, 0),)

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool):
        if data.mime_type != mime.DEMO:
            return None
        stored = data.content if isinstance(data.content, dict) else json.loads(data.content)
        return [_node(stored["demo"], stored["parameters"])]


class DemoDirective(SphinxDirective):
    """`{demo} slope` mounts a demo; the lines of the body set its parameters: `k: 2`."""

    required_arguments = 1
    has_content = True

    def run(self):
        try:
            return [_node(self.arguments[0], yaml.safe_load("\n".join(self.content)) or {})]
        except (TypeError, ValueError, traitlets.TraitError, yaml.YAMLError) as problem:
            raise self.error(f"{{demo}} {self.arguments[0]}: {problem}") from problem


def _node(stem: str, parameters: dict) -> demo_node:
    if stem not in DEMOS:
        raise ValueError(f"there is no demo {stem!r}; there are {', '.join(DEMOS)}.")
    DEMOS[stem](**parameters)  # raises, with the reason, what is out of range
    return demo_node(stem=stem, parameters=json.dumps(parameters))


@cache
def _build(stem: str, parameters: str) -> tuple[Demo, str]:
    demo = DEMOS[stem](**json.loads(parameters))
    return demo, demo.still()


def visit(self, node: demo_node) -> None:
    demo, still = _build(node["stem"], node["parameters"])
    name = f"{demo.stem}-{hashlib.sha256(still.encode()).hexdigest()[:10]}.svg"
    folder = Path(self.builder.outdir) / self.builder.imagedir
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(still, encoding="utf-8", newline="\n")
    numbers = self.__dict__.setdefault("demos_on_page", Counter())
    numbers[demo.stem] += 1
    self.body.append(markup(demo, f"{self.builder.imgpath}/{name}", numbers[demo.stem]))
    raise nodes.SkipNode


def markup(demo: Demo, picture: str, number: int = 1) -> str:
    """The still picture and the room that the live demo will take, so that nothing moves.
    `number` counts the demos of this kind on the page, for the id that links name."""
    name = f"demo-{demo.stem}" + (f"-{number}" if number > 1 else "")
    values = {**demo.parameters(), "spec": demo.spec}
    state = escape(json.dumps(values, ensure_ascii=False, separators=(",", ":")))
    wide = math.ceil(demo.lines * 0.6)  # a laptop's lines hold about twice as much
    rows = '<div class="demo-control"></div>' * len(demo.controls())
    return (
        f'<div class="demo" id="{name}" data-demo="{demo.stem}" data-state="{state}" '
        f'style="--lines:{demo.lines};--wide:{wide};--rows:{demo.button_rows}">'
        f'<div class="demo-picture" style="height:{demo.height}px">'
        f'<img src="{picture}" alt="{escape(demo.alt)}" '
        f'width="720" height="{demo.height}" loading="lazy" decoding="async"></div>'
        "<noscript><p>The demo needs JavaScript; this is how it starts.</p></noscript>"
        f'<div class="demo-readout"></div><div class="demo-controls">{rows}</div>'
        '<div class="demo-actions"></div></div>\n'
    )


def setup(app: Sphinx) -> None:
    app.add_node(demo_node, html=(visit, None))
    app.add_directive("demo", DemoDirective)
