"""Formulas and code are marked as the same in all languages, and text is not."""

from sigmoids_book.site import foreign
from sigmoids_book.site.markup import Page

MARK = ' dir="ltr" translate="no"'


def mark(html):
    page = Page(html)
    foreign.mark(page)
    return str(page)


def test_formulas_and_code_are_marked_once_each():
    before = (
        '<p>a <span class="katex"><b>x</b></span> <code>y</code></p><pre>z</pre>'
        '<div class="math notranslate"><span class="katex-display">w</span></div>'
    )
    after = (
        f'<p>a <span class="katex notranslate"{MARK}><b>x</b></span> <code{MARK}>y</code></p>'
        f'<pre{MARK}>z</pre><div class="math notranslate"{MARK}>'
        f'<span class="katex-display"{MARK}>w</span></div>'
    )
    assert mark(before) == after


def test_what_only_begins_alike_is_left_alone():
    text = '<preface><codes><div class="mathematics"><span class="katex-html"><em class="katex">'
    assert mark(text) == text
