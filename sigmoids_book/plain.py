"""Notebooks in plain Markdown: what only the book's build understands is said in words that any
reader of notebooks shows, and links lead where JupyterLab finds them."""

from copy import deepcopy
from pathlib import Path
from urllib.parse import urlsplit

from markdown_it.token import Token
from nbformat import NotebookNode

from sigmoids_book import bibliography, markdown

TIMELINE = "../reference/timeline.md"  # at the end of links; among the copies it is a notebook


def plain(notebook: NotebookNode, sources: Path) -> NotebookNode:
    """A copy of the notebook with quizzes as `<details>`, authors and years of the `sources` in a
    file of BibTeX, bare terms, and links that JupyterLab follows to the cell."""
    copy = deepcopy(notebook)
    for cell in copy.cells:
        if cell.cell_type == "markdown":
            cell.source = _plain(cell.source, sources)
    return copy


def _plain(text: str, sources: Path) -> str:
    def new(token: Token, source: str) -> str | None:
        if token.type == "link_open":
            return _link(token.attrs["href"], source)
        if token.type == "myst_role":
            return _role(token.meta["name"], token.content, sources)
        name, _, question = token.info.strip().partition(" ")
        if name == "{quiz}":
            return _quiz(_plain(question.strip(), sources), _plain(token.content, sources))
        return None

    return markdown.replace(text, new)


def _link(address: str, source: str) -> str | None:
    kind, _, cell = urlsplit(address).fragment.partition("-")
    if kind == "cell" and "=" not in cell:  # else it is JupyterLab's form already
        return source.replace("#cell-", "#cell-id=", 1)
    if address.endswith(TIMELINE):  # from a folder it begins with more of ../
        return source.replace("reference/timeline.md", "timeline.ipynb", 1)
    return None


def _role(name: str, content: str, sources: Path) -> str | None:
    if name == "term":
        return content.partition("<")[0].strip() or content
    if name not in ("cite:t", "cite:p"):
        return None
    known = bibliography.read(sources)
    cited = [known[key.strip()] for key in content.split(",")]
    if name == "cite:t":
        return ", ".join(f"{source.who} ({source.year})" for source in cited)
    return "(" + "; ".join(f"{source.who}, {source.year}" for source in cited) + ")"


def _quiz(question: str, content: str) -> str:
    parts = [f"**{question}**"]
    for choice in markdown.choices(content):
        word = "Right." if choice.right else "No:"
        # Inside HTML, Markdown is read only between blank lines; the summary is to be one line.
        summary = markdown.inline_html(choice.answer)
        parts.append(
            f"<details><summary>{summary}</summary>\n\n{word} {choice.reply}\n\n</details>"
        )
    return "\n\n".join(parts)
