"""`python -m sigmoids.lab`: copy chapters and exercises into work/, overwriting nothing.

The copies say in plain Markdown what only the book's build understands: quizzes,
citations and terms of the glossary.
"""

import re
import sys
from copy import deepcopy
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

QUIZ = re.compile(
    r"^:::\{quiz\} (?P<question>[^\n]+)\n(?P<choices>.*?)^:::$", re.MULTILINE | re.DOTALL
)
CHOICE = re.compile(r"^- \((?P<mark>[ x])\) (?P<text>.*?)(?=^- \(|\Z)", re.MULTILINE | re.DOTALL)
TERM = re.compile(r"\{term\}`(?P<text>[^`<]*[^`<\s])\s*(?:<[^`>]+>)?`")
CITATION = re.compile(r"\{cite:(?P<form>[tp])\}`(?P<keys>[^`]+)`")


def plain(notebook: NotebookNode, bibliography: Path) -> NotebookNode:
    """A copy of the notebook with quizzes as `<details>`, authors and years, and bare terms."""
    copy = deepcopy(notebook)
    for cell in copy.cells:
        if cell.cell_type == "markdown":
            cell.source = QUIZ.sub(_quiz, cell.source)
            cell.source = TERM.sub(r"\g<text>", cell.source)
            cell.source = CITATION.sub(lambda m: _citation(m, bibliography), cell.source)
    return copy


def _quiz(quiz: re.Match) -> str:
    parts = [f"**{quiz['question']}**"]
    for choice in CHOICE.finditer(quiz["choices"]):
        answer, _, reply = choice["text"].partition("\n\n")
        word = "Right." if choice["mark"] == "x" else "No:"
        reply = re.sub(r"^  ", "", reply.strip("\n"), flags=re.MULTILINE)
        # Inside HTML, Markdown is read only between blank lines; the summary is to be one line.
        summary = re.sub(r"`([^`]+)`", r"<code>\1</code>", " ".join(answer.split()))
        summary = re.sub(r"\*([^*]+)\*", r"<em>\1</em>", summary)
        parts.append(
            f"<details><summary>{summary}</summary>\n\n{word} {reply.strip()}\n\n</details>"
        )
    return "\n\n".join(parts)


def _citation(match: re.Match, bibliography: Path) -> str:
    sources = [_source(key.strip(), bibliography) for key in match["keys"].split(",")]
    if match["form"] == "t":
        return ", ".join(f"{authors} ({year})" for authors, year in sources)
    return "(" + "; ".join(f"{authors}, {year}" for authors, year in sources) + ")"


@cache
def _source(key: str, bibliography: Path) -> tuple[str, str]:
    """Authors' names and the year, as the text cites them."""
    from pybtex.database import parse_file

    entry = parse_file(str(bibliography)).entries[key]
    people = entry.persons.get("author") or entry.persons["editor"]
    names = [" ".join([*p.prelast_names, *p.last_names]).strip("{}") for p in people]
    who = names[0] if len(names) == 1 else f"{names[0]} and {names[1]}"
    return (who if len(names) < 3 else f"{names[0]} et al."), entry.fields["year"]


def copy_notebooks(root: Path) -> tuple[list[Path], list[Path]]:
    """Copy what is not there yet. Returns the copies made and those left as they were."""
    made, kept = [], []
    for folder in ("chapters", "exercises"):
        for source in sorted((root / folder).glob("[!_]*.ipynb")):
            copy = root / "work" / folder / source.name
            if copy.exists():
                kept.append(copy)
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            notebook = plain(nbformat.read(source, as_version=4), root / "references.bib")
            nbformat.write(notebook, copy)
            made.append(copy)
    return made, kept


def main() -> int:
    made, kept = copy_notebooks(Path.cwd())
    print(f"work/: {len(made)} notebooks copied, {len(kept)} of yours left as they were")
    return 0


if __name__ == "__main__":
    sys.exit(main())
