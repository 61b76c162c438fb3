"""A small set of exercises, as `solutions/` holds one."""

import nbformat
from nbformat import v4

from sigmoids_book import sets
from sigmoids_book.notebooks import METADATA

ANSWER = "### BEGIN SOLUTION\nslope = 2\n### END SOLUTION"
CHECK = 'checks.value("slope", slope, 2)\nchecks.passed("slope")'
HIDDEN = (
    "### BEGIN HIDDEN TESTS\nchecks.that(slope > 1, '')\n### END HIDDEN TESTS\n"
    'checks.passed("slope", hidden=True)'
)
HINTS = """<details><summary>Hint 1</summary>

Look at 0.

</details>

<details><summary>Hint 2</summary>
Divide.
</details>"""


def mark(name, **flags):
    """nbgrader's metadata."""
    none = dict.fromkeys(("grade", "locked", "solution", "task"), False)
    return {"nbgrader": {"grade_id": name, "schema_version": 3, **none, **flags}}


def example():
    """A set with a scored question, and one for the learner's own eyes."""
    cells = [
        v4.new_markdown_cell("# Exercises: The slope\n\nHow steep is it?"),
        v4.new_code_cell("from sigmoids import checks", metadata=mark("setup", locked=True)),
        v4.new_markdown_cell("Before the first question."),
        v4.new_markdown_cell(
            "## 1. How steep?\n\nSay it.", metadata={"sigmoids": {"kind": "predict"}}
        ),
        v4.new_markdown_cell(HINTS),
        v4.new_code_cell(ANSWER, metadata=mark("slope", solution=True)),
        v4.new_code_cell(CHECK, metadata=mark("slope-1", grade=True, locked=True, points=2)),
        v4.new_code_cell(HIDDEN, metadata=mark("slope-2", grade=True, locked=True, points=1)),
        v4.new_markdown_cell("## A pause\n\nNothing is asked."),
        v4.new_markdown_cell("## 2. Why?", metadata={"sigmoids": {"kind": "explain"}}),
        v4.new_markdown_cell(HINTS),
        v4.new_markdown_cell(
            f"{sets.SOLUTION_BEGIN}\nBecause. {HINTS}\n{sets.SOLUTION_END}",
            metadata=mark("why", grade=True, solution=True, points=0),
        ),
    ]
    for number, cell in enumerate(cells, start=1):
        cell.id = f"cell-{number}"
    return v4.new_notebook(
        cells=cells, metadata=METADATA | {"sigmoids": {"chapter": "formula", "minutes": 12}}
    )


def save(notebook, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def executed(notebook):
    """The notebook, as if its cells had been run."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(cells, start=1):
        cell.execution_count, cell.outputs = number, [v4.new_output("stream", text="Done\n")]
    return notebook
