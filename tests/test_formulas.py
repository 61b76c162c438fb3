"""A short formula and the punctuation after it stay together, and nothing else moves."""

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from sigmoids.site.formulas import KeepClosing

LONG = "x" * 31


def kept(*children):
    """A paragraph after the transform."""
    document = new_document("page", get_default_settings(Parser))
    document += nodes.paragraph("", "", *children)
    KeepClosing(document).run()
    return document[0]


def test_texts_that_read_the_same_stay_each_in_its_place():
    names = [LONG, "a", "b"]  # the first comma is not to be touched
    parts = [part for name in names for part in (nodes.math(name, name), nodes.Text(", "))]
    paragraph = kept(*parts)
    assert paragraph.astext() == f"{LONG}, a, b, "
    assert [node.astext() for node in paragraph.findall(nodes.inline)] == ["a,", "b,"]


def test_a_long_formula_and_one_before_a_space_are_left_alone():
    paragraph = kept(
        nodes.math(LONG, LONG), nodes.Text(", "), nodes.math("y", "y"), nodes.Text(" is")
    )
    assert paragraph.astext() == LONG + ", y is"
    assert not list(paragraph.findall(nodes.inline))
