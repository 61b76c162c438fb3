"""HTML is read by a parser, and what is not changed stays letter by letter."""

import pytest

from sigmoids_book.site import addresses, foreign, formulas, images, keyboard
from sigmoids_book.site.markup import Page

HTML = """<!doctype html>
<HTML lang=en><body data-x='<p id="no">' hidden>
<!-- <p id="no"> --><script>if (a < b) "<p id='no'>";</script>
<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><br><img src=a.png alt="a > b">
<p id="one">A &lt; B &amp; <b>c<i>d</b></p><p>last
</body></HTML>
"""


def test_a_page_that_is_not_changed_is_written_as_it_was_read():
    page = Page(HTML)
    assert str(page) == HTML
    assert [e.attributes["id"] for e in page.elements if "id" in e.attributes] == ["one"]


def test_one_tag_is_written_anew_and_nothing_else():
    page = Page(HTML)
    body = next(e for e in page.elements if e.tag == "body")
    body.set(title='"&"')
    tag = '<body data-x="&lt;p id=&quot;no&quot;&gt;" hidden title="&quot;&amp;&quot;">'
    assert str(page) == HTML.replace("<body data-x='<p id=\"no\">' hidden>", tag)
    body.drop("data-x", "hidden", "nothing")
    assert '<body title="&quot;&amp;&quot;">' in str(page)


def test_text_and_elements_within_end_where_the_element_does():
    page = Page(HTML)
    one, path = (next(e for e in page.elements if e.tag == tag) for tag in ("p", "path"))
    assert page.text(one) == "A < B & cd"
    assert [e.tag for e in page.within(one)] == ["b", "i"]
    assert list(page.within(path)) == [] and page.text(path) == ""
    found = [next(e for e in page.elements if e.tag == tag) for tag in ("br", "b", "i")]
    assert [page.text(element) for element in found] == ["", "cd", "d"]
    cut = Page("<p>a<b>c")
    assert [cut.text(element) for element in cut.elements] == ["ac", "c"]
    assert page.text(page.elements[-1]) == "last\n"
    shown = Page('<p>a<span class="x y">b<i>c</i></span><i>d</i></p>')
    assert shown.text(shown.elements[0], without="x") == "ad"


SHORT, LONG = "x" * 28, "x" * 29


@pytest.mark.parametrize(
    ("html", "stops"),
    [
        (f"<pre>{SHORT}\n{SHORT}</pre>", 0),
        (f"<pre><span>{SHORT}</span>\n<b>{LONG}</b></pre>", 1),
        (f"<pre>{SHORT[:-1]}&lt;</pre>", 0),
        (f"<p>{LONG}</p><div>{LONG}</div><code>{LONG}</code>", 0),
        ("<table><tr><td>x</td></tr></table><table class='a'></table>", 2),
        (f'<div class="a math b">{LONG[:20]}</div>', 0),
        (f'<div class="a math b">{LONG[:21]}</div>', 1),
        (f'<div class="math"><i class="katex-mathml">{LONG}</i>{LONG[:20]}</div>', 0),
        (f'<div class="mathematics">{LONG}</div>', 0),
    ],
)
def test_what_may_scroll_gets_a_tab_stop(html, stops):
    page = Page(html)
    keyboard.reach(page)
    assert str(page).count(' tabindex="0">') == stops


def test_formulas_and_code_are_marked_against_translation():
    page = Page(
        '<p>a <code>b</code></p><pre>c</pre><div class="math notranslate"><span class="katex">'
        '<span class="katex-html">d</span></span></div><span class="katex-display"></span><div>'
    )
    foreign.mark(page)
    mark = ' dir="ltr" translate="no"'
    assert str(page) == (
        f'<p>a <code{mark}>b</code></p><pre{mark}>c</pre><div class="math notranslate"{mark}>'
        f'<span class="katex notranslate"{mark}><span class="katex-html">d</span></span></div>'
        f'<span class="katex-display"{mark}></span><div>'
    )


def test_fonts_are_those_of_the_first_three_formulas():
    plain = '<span class="katex"><i class="mord"></i></span>'
    tall = '<span class="katex notranslate"><i class="delimsizing size3">(</i></span>'
    other = '<span class="katex"><i class="size3"></i><i class="delimsizing"></i></span>'
    usual = ["KaTeX_Main-Regular", "KaTeX_Math-Italic"]
    assert formulas.first_fonts(Page("<i class='delimsizing size3'></i>")) == []
    assert formulas.first_fonts(Page(2 * plain + tall)) == [*usual, "KaTeX_Size3-Regular"]
    assert formulas.first_fonts(Page(3 * plain + tall)) == usual
    assert formulas.first_fonts(Page(other)) == usual


def test_formulas_that_katex_cannot_read_are_found():
    page = Page(
        '<p title="no">a</p><span class="katex-error" title="b &amp; c">d</span>'
        '<mstyle mathcolor="#cc0000"><mtext>\\e</mtext></mstyle><mstyle>f</mstyle>'
    )
    assert formulas.unreadable(page) == ["b & c", "\\e"]


def test_relative_links_alone_become_independent_of_the_depth():
    html = (
        '<html data-content_root="./"><a href="a.html#b">c</a> href="d" <form action="">'
        '<a href="#e"></a><a href="/f"></a><img src="https://g.example/h"><a href="mailto:i">'
        '<script data-static="_static/" src="j.js"></script><p data-page="k">'
    )
    assert addresses.rooted(html, "") == html
    assert addresses.rooted(html, "https://l.example/m") == (
        '<html data-content_root="/m/./"><a href="/m/a.html#b">c</a> href="d" <form action="/m/">'
        '<a href="#e"></a><a href="/f"></a><img src="https://g.example/h"><a href="mailto:i">'
        '<script data-static="/m/_static/" src="/m/j.js"></script><p data-page="k">'
    )


def test_the_size_of_a_picture_is_that_of_its_outermost_tag():
    head = '<?xml version="1.0"?>\n<!-- <svg width="1" height="1"> -->\n'
    inner = '<svg width="2" height="2"/></svg>'
    assert images.svg_size(f"{head}<svg height='30px' x='a > b' width='20'>{inner}") == (20, 30)
    points = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36.0pt">'
    assert images.svg_size(points + inner) == (96, 48)
    for size in ("", 'width="100%" height="9"', 'stroke-width="9" height="9"'):
        with pytest.raises(ValueError, match="no width and height"):
            images.svg_size(f"<svg {size}>{inner}")
