"""A short formula and the punctuation after it stay together, and nothing else moves."""

import re
import sys
import time

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from sphinxcontrib import katex

from sigmoids_book import node, site
from sigmoids_book.site.formulas import SHORT, KeepClosing, first_fonts
from sigmoids_book.site.markup import Page
from tests.support import HTML, ROOT

LONG = "x" * (SHORT + 1)


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


def test_a_page_asks_at_once_for_the_fonts_of_its_first_formulas_alone():
    # Tall brackets in the first formula, tall brackets far down, no formula.
    main = ["KaTeX_Main-Regular", "KaTeX_Math-Italic"]
    for name, fonts in {
        "solutions/properties.html": [*main, "KaTeX_Size1-Regular"],
        "chapters/derivation.html": main,
        "reference/timeline.html": [],
    }.items():
        html = (HTML / name).read_text(encoding="utf-8")
        assert first_fonts(Page(html)) == fonts
        assert re.findall(r'rel="preload".* href=".*/(KaTeX.*)\.woff2"', html) == fonts


def test_each_size_of_its_signs_has_the_font_that_katex_gives_it():
    sheet = (ROOT / "sigmoids_book/site/katex/katex.min.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{font-family:(KaTeX_Size\d)\}", sheet)
    assert len(rules) == 8
    for selector, font in rules:
        around = re.findall(r"\.([\w.-]+)", selector)  # the classes of one element each
        html = "".join(f'<b class="{names.replace(".", " ")}">' for names in around)
        page = Page(html + "(" + "</b>" * len(around))
        assert first_fonts(page)[2:] == [f"{font}-Regular"], selector


def test_a_process_of_katex_that_ends_is_noticed_at_once(tmp_path):
    class Ending:
        @staticmethod
        def build_command(socket):
            return [sys.executable, "-c", "raise SystemExit('no such module')"]

    began = time.monotonic()
    with pytest.raises(katex.KaTeXError, match="ended with status 1: no such module"):
        site.start_katex(Ending, tmp_path, 90)
    assert time.monotonic() - began < 60


def test_what_the_environment_says_to_node_does_not_reach_katex(tmp_path, monkeypatch):
    monkeypatch.setenv("NODE_OPTIONS", "--require=/no/such/module")
    monkeypatch.setattr(katex, "NODEJS_BINARY", str(node.binary()))
    process, connection = site.start_katex(katex.KaTeXServer, tmp_path, 20)
    connection.close()
    process.kill()
    process.communicate()
