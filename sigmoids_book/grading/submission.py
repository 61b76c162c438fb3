"""What is read of a submission: its cells and nbgrader's marks, and the set that it answers."""

import json
from pathlib import Path

from sigmoids_book import judge
from sigmoids_book.grading.limits import MB
from sigmoids_book.grading.source import GradingSource, SetSource

LARGEST_NOTEBOOK = 20 * MB
MOST_CELLS = 1000
LONGEST_MARK = 200  # characters of a cell's name


def read(submission: bytes, source: GradingSource) -> tuple[list[judge.Step], SetSource]:
    """What is to run, and the set that it answers. Raises Unreadable."""
    path = Path("The file")
    if len(submission) > LARGEST_NOTEBOOK:
        raise judge.Unreadable(f"{path} is larger than {LARGEST_NOTEBOOK // MB} MB.")
    try:
        notebook = judge.parse(_bare(submission, path), path)
        exercise = judge.set_of(notebook, path, [s.exercise for s in source.sets])
        steps = judge.plan(notebook, exercise)
    except judge.Unreadable:
        raise
    except Exception as error:  # of a structure that no notebook has
        raise judge.Unreadable(
            f"{path} is not a notebook that can be read: {type(error).__name__}."
        ) from None
    return steps, next(s for s in source.sets if s.exercise is exercise)


def _bare(submission: bytes, path: Path) -> bytes:
    """The notebook with what scoring reads alone: the kinds and sources of cells, nbgrader's marks.
    nbformat takes minutes to say all that is wrong with a file that was made to be wrong."""
    try:
        notebook = json.loads(submission.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return submission  # `parse` says what it is
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise judge.Unreadable(
            f"{path} is not a notebook of version 4: it has no list of cells. Open it in Jupyter "
            "and save it anew."
        )
    if len(cells) > MOST_CELLS:
        raise judge.Unreadable(f"{path} has more than {MOST_CELLS} cells.")
    kept = []
    for cell in cells:
        kind, source, marks = cell["cell_type"], cell["source"], cell.get("metadata", {})
        if isinstance(source, list):
            source = "".join(source)
        if kind not in ("code", "markdown", "raw") or not isinstance(source, str):
            raise TypeError("a cell")
        cell = {"cell_type": kind, "source": source}
        cell["metadata"] = {"nbgrader": _mark(marks["nbgrader"])} if "nbgrader" in marks else {}
        kept.append(cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}))
    major = notebook.get("nbformat")
    version = {"nbformat": major if isinstance(major, int) else None, "nbformat_minor": 4}
    return json.dumps({**version, "metadata": {}, "cells": kept}).encode()


def _mark(mark: object) -> dict:
    """Of nbgrader's mark what scoring reads. A learner can write anything there."""
    if not isinstance(mark, dict):
        return {}
    kept = {name: bool(mark.get(name)) for name in ("grade", "solution", "locked")}
    name = mark.get("grade_id", "")
    if not isinstance(name, str):
        raise TypeError("a mark")
    return kept | ({"grade_id": name} if len(name) <= LONGEST_MARK else {})


def set_name(submission: bytes, source: GradingSource) -> str:
    """The set that a notebook answers; empty where it cannot be read."""
    try:
        return read(submission, source)[1].exercise.name
    except judge.Unreadable:
        return ""
