"""Notebooks in plain Markdown, as they are copied and downloaded, word for word."""

import re

import nbformat
import pytest
from nbformat import v4

from sigmoids_book import notebooks
from sigmoids_book.plain import plain
from tests.support import ROOT


@pytest.mark.parametrize(
    "path", notebooks.find(ROOT / "chapters", templates=True), ids=lambda p: p.stem
)
def test_copies_hold_nothing_that_only_the_book_understands(path):
    notebook = nbformat.read(path, as_version=4)
    copy = plain(notebook, ROOT / "references.bib")
    before = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    after = "\n".join(c.source for c in copy.cells if c.cell_type == "markdown")
    assert not re.search(r"^:::|\{[a-z:]+\}`", after, flags=re.MULTILINE)
    assert after.count("<details>") == len(re.findall(r"^- \([ x]\)", before, flags=re.MULTILINE))
    assert after.count("\nRight. ") == before.count(":::{quiz}") > 0
    assert [c.source for c in copy.cells if c.cell_type == "code"] == [
        c.source for c in notebook.cells if c.cell_type == "code"
    ]


def test_citations_become_authors_and_years():
    bibliography = ROOT / "references.bib"
    one = nbformat.v4.new_markdown_cell(
        "{cite:t}`verhulst1845` and {cite:p}`verhulst1845,rumelhart1986`"
    )
    text = plain(nbformat.v4.new_notebook(cells=[one]), bibliography).cells[0].source
    assert text == "Verhulst (1845) and (Verhulst, 1845; Rumelhart et al., 1986)"


def test_terms_of_the_glossary_become_bare_words():
    source = "{term}`odds`, {term}`a dead unit <dead unit>` and {term}`S-curves<sigmoid>`"
    one = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(source)])
    text = plain(one, ROOT / "references.bib").cells[0].source
    assert text == "odds, a dead unit and S-curves"


def plain_cell(source, make=v4.new_markdown_cell):
    """One cell's source in a copy, with two sources in the bibliography."""
    notebook = v4.new_notebook(cells=[make(source)])
    copy = plain(notebook, ROOT / "references.bib").cells[0].source
    assert notebook.cells[0].source == source
    return copy


QUIZ = r"""Before.

:::{quiz} What is $\sigma'(0)$?
- ( ) `1/2` or
  *more*

  **The value.** Not the slope,
  which is asked for.

  - See {cite:t}`verhulst1845`.
- (x) $\tfrac14$

  By hand.
:::

After.

:::{quiz} Again?
- (x) Yes

  It is.
- ( ) No

  **No.** It is.
:::"""
PLAIN_QUIZ = r"""Before.

**What is $\sigma'(0)$?**

<details><summary><code>1/2</code> or <em>more</em></summary>

No: **The value.** Not the slope,
which is asked for.

- See Verhulst (1845).

</details>

<details><summary>$\tfrac14$</summary>

Right. By hand.

</details>

After.

**Again?**

<details><summary>Yes</summary>

Right. It is.

</details>

<details><summary>No</summary>

No: **No.** It is.

</details>"""


def test_a_quiz_becomes_details_word_for_word():
    assert plain_cell(QUIZ) == PLAIN_QUIZ
    assert plain_cell(QUIZ, v4.new_code_cell) == QUIZ
    assert plain_cell("Say :::{quiz} x") == "Say :::{quiz} x"


@pytest.mark.parametrize(
    ("source", "copy"),
    [
        ("{cite:p}`verhulst1845, cramer2002`", "(Verhulst, 1845; Cramer, 2002)"),
        ("{cite:t}`verhulst1845 ,minai1993`", "Verhulst (1845), Minai and Williams (1993)"),
        ("{cite:p}`verhulst1845`; {cite:t}`cramer2002`", "(Verhulst, 1845); Cramer (2002)"),
        ("{term}`odds` {term}`S-curves <sigmoid>`", "odds S-curves"),
        ("[a](#cell-b) [c](d.ipynb#cell-e)", "[a](#cell-id=b) [c](d.ipynb#cell-id=e)"),
        ("[a](#cell-id=b) [c](d.ipynb#e)", "[a](#cell-id=b) [c](d.ipynb#e)"),
        ("[then](../reference/timeline.md)", "[then](../timeline.ipynb)"),
        ("[then](../../reference/timeline.md).", "[then](../../timeline.ipynb)."),
    ],
)
def test_a_copy_says_in_plain_markdown_what_the_book_alone_reads(source, copy):
    assert plain_cell(source) == copy
