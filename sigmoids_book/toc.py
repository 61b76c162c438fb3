"""The book's table of contents, `_toc.yml`: the files that it names, each with its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from sigmoids_book import notebooks
from sigmoids_book.complaint import Complaint, Place

NAME = "_toc.yml"
LISTS = ("parts", "chapters", "sections")  # the keys under which entries are looked for


class Entry(NamedTuple):
    """`file` as it is written there, without its suffix; `part`: the caption above it. Of two equal
    keys YAML takes the last, without a word: `read` says whether that holds this entry."""

    file: str
    line: int
    part: str
    read: bool


def entries(root: Path) -> list[Entry]:
    """All entries in the order in which they are written."""
    tree = yaml.compose((root / NAME).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return list(_entries(tree, part="", read=True))


def _entries(node: yaml.Node | None, part: str, read: bool) -> Iterator[Entry]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item, part, read)
    elif isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        part = next((value.value for key, value in node.value if key.value == "caption"), part)
        for number, (key, value) in enumerate(node.value, start=1):
            last = read and key.value not in keys[number:]
            if key.value == "file":
                yield Entry(value.value, key.start_mark.line + 1, part, last)
            else:
                yield from _entries(value, part, last and key.value in LISTS)


def complaints(root: Path) -> list[Complaint]:
    """Where `_toc.yml` and the files on disk disagree."""
    written = entries(root)
    listed = {entry.file for entry in written if entry.read}
    return [
        *_missing(root, written),
        *_dropped(written, listed),
        *_unnamed(root, {entry.file for entry in written}),
    ]


def _missing(root: Path, written: list[Entry]) -> Iterator[Complaint]:
    for entry in written:
        files = [root / f"{entry.file}{suffix}" for suffix in (".ipynb", ".md")]
        if entry.read and not any(file.exists() for file in files):
            what = f"it names {entry.file}, and there is no such file."
            yield Complaint(Place(NAME, line=entry.line), what, "Add it, or take the line out.")


def _dropped(written: list[Entry], listed: set[str]) -> Iterator[Complaint]:
    for entry in written:
        if entry.file not in listed:
            what = f"it names {entry.file} in a list that is not read."
            yield Complaint(Place(NAME, line=entry.line), what, "Write `chapters:` once in a part.")


def _unnamed(root: Path, named: set[str]) -> Iterator[Complaint]:
    for folder in ("chapters", "exercises", "solutions"):
        for path in notebooks.find(root / folder):
            name = path.relative_to(root).with_suffix("").as_posix()
            if name not in named:
                remedy = f"Add `- file: {name}` where it belongs."
                yield Complaint(Place(f"{name}.ipynb"), "it stands in no line of _toc.yml.", remedy)
