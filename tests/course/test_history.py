"""The chapters on history compute what they print: a count moved by 1% moves every result on it.

The cells of a chapter are run here, statement by statement, on tables in which one count is
moved. A cell that still prints what it printed before, and in which every assertion still holds,
has its number from elsewhere.
"""

import ast
import contextlib
import functools
import io
import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest

from sigmoids import datasets
from tests.support import ROOT

CHAPTERS = ROOT / "chapters"


@functools.cache
def read(chapter):
    return nbformat.read(CHAPTERS / f"{chapter}.ipynb", as_version=4).cells


def stored(cell):
    return "".join(o.text for o in cell.outputs if o.output_type == "stream")


def run(chapter, last=None):
    """What each code cell prints, by its id, up to `last`; failed assertions are noted there."""
    names, printed = {"__name__": "__main__"}, {}
    for cell in read(chapter):
        if cell.cell_type != "code":
            continue
        with contextlib.redirect_stdout(io.StringIO()) as out:
            for statement in ast.parse(cell.source).body:
                try:
                    exec(compile(ast.Module([statement], []), cell.id, "exec"), names)
                except AssertionError:
                    print("an assertion fails")
        printed[cell.id] = out.getvalue()
        if cell.id == last:
            break
    return printed


@pytest.fixture(autouse=True)
def quiet_figures(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: plt.close("all"))
    with mpl.rc_context({"backend": "agg"}):
        yield


@pytest.mark.parametrize("chapter", ["verhulst", "rediscovery", "odds"])
def test_run_here_the_cells_print_what_is_stored(chapter):
    printed = run(chapter)
    assert printed == {c.id: stored(c) for c in read(chapter) if c.cell_type == "code"}


# For each chapter: counts, by their loader, its arguments and their place; and the cells that rest
# on at least one of them, the last of these last.
MOVES = {
    "a census in Malthus' time": (
        *("verhulst", {("load_united_states",): 3}),
        "malthus-check",
    ),
    "1838, the middle": (
        *("verhulst", {("load_belgium", 1838): 1}),
        "capacities-check",
    ),
    "1845, the first": (
        *("verhulst", {("load_belgium", 1845): 0}),
        "ruler capacities-check second-law-check laws one-per-cent one-per-cent-figure",
    ),
    "1845, the middle, and 1967": (
        *("verhulst", {("load_belgium", 1845): 1, ("load_belgium", "later"): 0}),
        "ruler capacities-check belgium-figure second-law-check laws one-per-cent",
    ),
    "census of 1790": (
        *("rediscovery", {("load_united_states",): 0}),
        "formula-check three-check one-per-cent since-check",
    ),
    "census of 1910": (
        *("rediscovery", {("load_united_states",): 12}),
        "formula-check three-check one-per-cent since-check",
    ),
    "census of 1850, and one count of each culture": (
        "rediscovery",
        {
            ("load_united_states",): 6,
            ("load_carlson",): 18,
            ("load_gause", "aurelia"): 12,
            ("load_gause", "caudatum", "mixed"): 7,
            ("load_spheroid",): 30,
        },
        "formula-check three-check one-per-cent since-check ranges yeast-ranges gause-alone "
        "gause-rivals-fit tumour",
    ),
}


@pytest.mark.parametrize(("chapter", "moves", "cells"), MOVES.values(), ids=MOVES)
def test_a_count_moved_by_one_per_cent_shows_in_every_cell_that_rests_on_it(
    monkeypatch, chapter, moves, cells
):
    def move(name):
        original = getattr(datasets, name)

        def load(*arguments):
            t, p = original(*arguments)
            which = moves.get((name, *arguments), -1)
            return datasets.Series(t, p * (1 + 0.01 * (np.arange(len(p)) == which)))

        return load

    for name in {name for name, *_ in moves}:
        monkeypatch.setattr(datasets, name, move(name))
    cells = cells.split()
    printed = run(chapter, last=cells[-1])
    before = {c.id: stored(c) for c in read(chapter) if c.id in cells}
    assert [c for c in cells if printed[c] == before[c]] == [], "these print what they did before"


# In prose, but not computed: as reported, from sources named there.
REPORTED = {"verhulst": {"9,400,000"}, "rediscovery": {"197,274,000", "23,000"}}


@pytest.mark.parametrize("chapter", ["verhulst", "rediscovery"])
def test_a_long_number_in_the_prose_is_one_that_a_cell_prints(chapter):
    cells = read(chapter)
    prose = "\n".join(c.source for c in cells if c.cell_type == "markdown")
    printed = "\n".join(stored(c) for c in cells if c.cell_type == "code")
    said = set(re.findall(r"\d{1,3}(?:,\d{3})+", prose))
    assert len(said) > 2
    assert {n for n in said if n not in printed} == REPORTED[chapter]


def test_the_fits_to_the_beetles_are_those_that_others_published():
    """As R's glm prints them: the logit's estimates and errors, and the three deviances."""
    [text] = [stored(c) for c in read("odds") if c.id == "beetles-fit"]
    logit, first, _, second, _, third = text.splitlines()
    assert logit == "logit    -60.72 (5.18), 34.27 (2.91)"
    found = [line.split("deviance ")[1].split(",")[0] for line in (first, second, third)]
    assert found == ["11.23", "10.12", "3.45"]


@pytest.mark.parametrize("column", ["dose", "exposed", "killed"])
@pytest.mark.parametrize("group", [0, 3, 6])
def test_a_group_of_beetles_moved_by_one_per_cent_shows_in_every_line(monkeypatch, column, group):
    """Up for the beetles exposed, down for the others: no more may die than are there."""
    moved = {name: values.copy() for name, values in datasets.load_beetles()._asdict().items()}
    moved[column][group] *= 1.01 if column == "exposed" else 0.99
    monkeypatch.setattr(datasets, "load_beetles", lambda: datasets.Assay(**moved))
    cells = ["beetles-fit", "axis-check", "berkson-check", "cox-check"]
    printed = run("odds", last=cells[-1])
    before = {c.id: stored(c) for c in read("odds") if c.id in cells}
    assert [c for c in cells if printed[c] == before[c]] == [], "these print what they did before"
    lines = zip(
        before["beetles-fit"].splitlines(), printed["beetles-fit"].splitlines(), strict=True
    )
    assert [a for a, b in lines if a == b] == []


def test_ratings_moved_by_one_per_cent_change_the_verdict_on_each_curve(monkeypatch):
    up_to, expected = datasets.load_elo()
    table = datasets.EloTable(np.round(1.01 * up_to), expected)
    monkeypatch.setattr(datasets, "load_elo", lambda: table)
    [before] = [stored(c).splitlines() for c in read("odds") if c.id == "elo-check"]
    after = run("odds", last="elo-check")["elo-check"].splitlines()
    shares = [line for line in before if "same digits" in line]
    assert len(shares) == 3
    assert [line for line in shares if line in after] == []
