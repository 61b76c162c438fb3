"""The Sphinx extension of the book: a light theme, the directives {demo}, {quiz}, {claims},
{exercises}, {outcomes} and {timeline}, the checks.

The theme is our own because its pages carry one style sheet and one script, where Jupyter Book's
stock theme carries fourteen files; see `theme/layout.html` for all that a page loads.
"""

import socket
import subprocess
import time
from collections import Counter
from pathlib import Path

import nbformat
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinxcontrib import katex

from sigmoids_book import bibliography, node, notebooks, toc
from sigmoids_book.plain import plain
from sigmoids_book.site import (
    addresses,
    again,
    assets,
    cells,
    claims,
    demo,
    exercises,
    foreign,
    formulas,
    images,
    keyboard,
    markup,
    offline,
    outcomes,
    quiz,
    timeline,
)

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict:
    app.add_html_theme("sigmoids", str(Path(__file__).parent / "theme"))
    app.add_config_value("assets_version", "", "html")
    app.add_config_value("comments_config", {}, "")  # Jupyter Book sets it, used or not
    katex.NODEJS_BINARY = str(node.binary())
    katex.KaTeXServer.start_server_process = classmethod(start_katex)
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = 60.0  # seconds; a busy machine needs more than 5
    again.setup(app)
    cells.setup(app)
    claims.setup(app)
    demo.setup(app)
    exercises.setup(app)
    outcomes.setup(app)
    quiz.setup(app)
    timeline.setup(app)
    formulas.setup(app)
    images.setup(app)
    app.connect("config-inited", read_environment)
    # Before sphinxcontrib-bibtex, which stops where it cannot read the bibliography.
    app.connect("builder-inited", check_sources, priority=400)
    app.connect("html-collect-pages", lambda app: [("404", {}, "404.html")])
    app.connect("html-page-context", extend_context)
    app.connect("build-finished", finish)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def start_katex(server: type[katex.KaTeXServer], folder: Path, timeout: float):
    """KaTeX's process and a connection to it. The library connects as soon as the socket's file is
    there, a moment before the process listens; its network variant waits 40 ms a formula."""
    path = folder / "katex.sock"
    command = server.build_command(socket=path)
    said = folder / "katex.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=folder,
            env=node.environment(),
        )
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if process.poll() is not None:
            process.stdin.close()
            process.stdout.close()
            lines = said.read_text(encoding="utf-8", errors="replace").split("\n")
            # Node ends with its version; what went wrong stands above it.
            told = [line for line in lines if line.strip() and not line.startswith("Node.js v")]
            raise katex.KaTeXError(
                f"KaTeX's process ended with status {process.returncode}: "
                + (told[-1].strip() if told else "it said nothing")
            )
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(str(path))
            return process, connection
        except (FileNotFoundError, ConnectionRefusedError):
            connection.close()
            time.sleep(0.01)
    process.kill()
    raise server.timeout_error(timeout)


def read_environment(app: Sphinx, config) -> None:
    """The addresses of site and repository come from the environment, and may be missing."""
    config.html_baseurl = addresses.base(Path(app.srcdir))
    config.html_context["repository_url"] = addresses.repository()
    config.assets_version = assets.version()  # pages are written anew when it changes


def check_sources(app: Sphinx) -> None:
    """Warn of notebooks that would give a wrong or unfinished page: warnings fail the build."""
    root = Path(app.srcdir)
    checked = (toc, bibliography, claims.TABLE, exercises, outcomes.TABLE, timeline.TABLE)
    found = [complaint for one in checked for complaint in one.complaints(root)]
    for path in notebooks.default_paths(root):
        name = path.relative_to(root).as_posix()
        found += notebooks.complaints(nbformat.read(path, as_version=4), name)
    for complaint in found:
        logger.warning("%s", complaint)


def extend_context(app: Sphinx, page: str, template: str, context: dict, doctree) -> None:
    context["author"] = app.config.author
    context["offline"] = offline.NAME
    base = "" if page == "404" else app.config.html_baseurl
    context["pageurl"] = addresses.absolute(base, f"{page}.html")
    context["card"] = addresses.absolute(base, "_static/card.png")
    context["assets_version"] = app.config.assets_version
    context["description"] = description(doctree) if doctree else ""
    body = markup.Page(context.get("body", ""))
    for element in body.elements:
        # Sphinx marks the bibliography with roles that ARIA has given up.
        if {"citation", "citation-list"} & {*element.classes}:
            element.drop("role")
    context["fonts"] = formulas.first_fonts(body)
    keyboard.reach(body)
    foreign.mark(body)
    context["body"] = str(body)
    source = context.get("sourcename", "")
    context["notebook"] = f"_sources/{source}" if source.endswith(".ipynb") else ""


def description(doctree: nodes.document) -> str:
    """The page's first paragraph, which states the question it answers."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if text:
            return text
    return ""


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    again.remove_leftovers(app)
    assets.write(Path(app.outdir))
    missing = Path(app.outdir, "404.html")
    html = addresses.rooted(missing.read_text(encoding="utf-8"), app.config.html_baseurl)
    missing.write_text(html, encoding="utf-8")
    for path in (Path(app.outdir) / "_sources").rglob("*.ipynb"):  # for readers to download
        notebook = plain(nbformat.read(path, as_version=4), Path(app.srcdir, "references.bib"))
        nbformat.write(notebook, path)
    for page in sorted(Path(app.outdir).rglob("*.html")):
        name = page.relative_to(app.outdir).with_suffix("").as_posix()
        whole = markup.Page(page.read_text(encoding="utf-8"))
        for formula in formulas.unreadable(whole):
            logger.warning("KaTeX cannot read a formula: %s. Mend it.", formula, location=name)
        for id, times in Counter(e.attributes.get("id") for e in whole.elements).items():
            if id and times > 1:
                logger.warning("two elements have the id %r. Rename a heading.", id, location=name)
