"""What is replaced in a notebook's Markdown, and what looks like it and is left."""

import nbformat
import pytest
import yaml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sigmoids_book import markdown, notebooks
from sigmoids_book import plain as plainly
from tests.support import ROOT


def plain(text):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text)])
    return plainly.plain(notebook, ROOT / "references.bib").cells[0].source


QUIZ = """\
Before.

:::{quiz} Is {term}`the odds <odds>` of $p < q$ as `p > q`?
- (x) It *is*, by
  `a < b` and $a<b$

  See {cite:t}`verhulst1845`, and:

  - one
    - two
- ( ) No & never

  **A name.** Text.
:::

After."""
PLAIN = """\
Before.

**Is the odds of $p < q$ as `p > q`?**

<details><summary>It <em>is</em>, by <code>a &lt; b</code> and $a<b$</summary>

Right. See Verhulst (1845), and:

- one
  - two

</details>

<details><summary>No &amp; never</summary>

No: **A name.** Text.

</details>

After."""


def test_a_quiz_becomes_folds():
    assert plain(QUIZ) == PLAIN


def test_a_quiz_in_a_list_stays_in_it():
    quiz = "- item\n\n  :::{quiz} Q?\n  - (x) a\n\n    b\n  :::\n"
    folds = "- item\n\n  **Q?**\n\n  <details><summary>a</summary>\n\n  Right. b\n\n  </details>\n"
    assert plain(quiz) == folds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{term}`odds` and\n  {term}`S <sigmoid>`", "odds and\n  S"),
        ("> {term}`odds`\n> - {term}`a`\n>   {term}`b`", "> odds\n> - a\n>   b"),
        ("# {term}`odds` #\n\n{term}`odds`", "# odds #\n\nodds"),
        ("| a | b |\n|---|---|\n| {term}`x` | {term}`x` |", "| a | b |\n|---|---|\n| x | x |"),
        ("[**{term}`x`**](a.ipynb#cell-b-c)", "[**x**](a.ipynb#cell-id=b-c)"),
        ('[a](<b.ipynb#cell-c> "#cell-d")', '[a](<b.ipynb#cell-id=c> "#cell-d")'),
        ("[a](#cell-b), [a](b.ipynb#c)", "[a](#cell-id=b), [a](b.ipynb#c)"),
        ("[a](../reference/timeline.md)", "[a](../timeline.ipynb)"),
    ],
)
def test_roles_and_links_are_replaced_wherever_they_stand(text, said):
    assert plain(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "``{term}`odds` `` and `[a](b#cell-c)`",
        "\\{term}`odds`",
        "```\n{term}`odds`\n:::{quiz} Q?\n- (x) a\n:::\n```",
        "    {term}`odds`",
        "<!-- {term}`odds` -->",
        "$[a](b.ipynb#cell-c)$",
        "\\begin{align}\n[a](b.ipynb#cell-c)\n\\end{align}",
        ":::{note}\n{term}`odds`\n:::",
        "![a](b#cell-c)",
        "[a](b.ipynb#cell-id=c)",
    ],
)
def test_what_only_looks_like_it_is_left(text):
    assert plain(text) == text


def test_code_before_a_role_of_the_same_letters_is_left():
    assert plain("`` {term}`odds` `` {term}`odds`") == "`` {term}`odds` `` odds"


def test_a_choice_without_mark_and_a_row_that_cannot_be_placed_are_named():
    with pytest.raises(ValueError, match=r"must start with \( \) or \(x\): - a"):
        plain(":::{quiz} Q?\n- a\n\n  b\n:::")
    with pytest.raises(ValueError, match="has a link or a role beside"):
        plain("| a |\n|---|\n| a \\| {term}`x` |")


def test_folds_are_found_with_their_titles_and_texts():
    text = (
        "A $p<q$ `<details>`\n\n```\n<details><summary>Hint 0</summary></details>\n```\n\n"
        "<details><summary>Hint 1</summary>\n\nIf $a<b$, `</details>`.\n\n"
        "* x\n\n</details>\n\n<details open><summary class='a'>Hint 2</summary>One.</details>\n"
    )
    one, two = markdown.folds(text)
    assert one[:2] == ("Hint 1", "If $a<b$, `</details>`.\n\n* x")
    assert two[:2] == ("Hint 2", "One.")
    for fold in (one, two):
        assert text[: fold.name].endswith("<summary")


@pytest.mark.parametrize("text", ["<details>\n\nx\n\n</details>", "</details>", "<summary>a", ""])
def test_folds_without_title_or_end_are_none(text):
    assert markdown.folds(text) == []


def test_headings_are_told_as_anchors_have_them():
    text = "# One *two*\n\n```\n# Three\n```\n\nFour `five`\n===\n\n## At $x$: `six`"
    assert markdown.headings(text) == ["One two", "Four five", "At : six"]


def shape(tokens):
    return [(token.type, token.map, [c.type for c in token.children or ()]) for token in tokens]


def test_the_parser_reads_the_course_as_the_book_does():
    """The same blocks as MyST's, with the settings of `_config.yml`."""
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    chosen = settings["parse"]["myst_enable_extensions"]
    myst = create_md_parser(MdParserConfig(enable_extensions=chosen), RendererHTML)
    compared = 0
    for path in notebooks.default_paths(ROOT):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                ours, theirs = markdown.parser().parse(cell.source), myst.parse(cell.source)
                assert shape(ours) == shape(theirs)
                compared += 1
    assert compared > 500
