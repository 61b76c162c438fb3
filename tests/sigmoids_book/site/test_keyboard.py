"""What may scroll sideways has a tab stop, and nothing else has one."""

import pytest

from sigmoids_book.site.keyboard import CODE, FORMULA, reach
from sigmoids_book.site.markup import Page


def reachable(html):
    page = Page(html)
    reach(page)
    return str(page)


MATHML = f'<span class="katex-mathml"><math>{"m" * 40}</math></span>'


@pytest.mark.parametrize(
    ("tag", "content", "end", "stop"),
    [
        ("<pre>", "x" * CODE, "pre", False),
        ("<pre>", "x" * (CODE + 1), "pre", True),
        ("<pre>", f"{'x' * CODE}\n{'y' * CODE}", "pre", False),
        ("<pre>", f"<b>{'&lt;' * CODE}</b>", "pre", False),
        ("<pre>", f"<b>{'&lt;' * CODE}</b>x", "pre", True),
        ("<pre>", "", "pre", False),
        ('<pre class="x">', "x" * 99, "pre", True),
        ('<div class="math notranslate">', f"{MATHML}{'x' * FORMULA}", "div", False),
        ('<div class="math">', f"{MATHML}{'x' * (FORMULA + 1)}", "div", True),
        ('<div class="wide math x">', "x" * (FORMULA + 1), "div", True),
        ('<div class="mathematics">', "x" * 99, "div", False),
        ('<table class="docutils">', "x", "table", True),
        ("<table>", "x", "table", True),
    ],
)
def test_a_tab_stop_stands_where_a_phone_may_have_to_scroll(tag, content, end, stop):
    html = f"<p>a</p>{tag}{content}</{end}>"
    with_stop = html.replace(tag, f'{tag[:-1]} tabindex="0">')
    assert reachable(html) == (with_stop if stop else html)


def test_each_block_of_a_page_is_judged_by_itself():
    long, short = f"<pre>{'x' * 40}</pre>", "<pre>x</pre>"
    stopped = long.replace("<pre>", '<pre tabindex="0">')
    assert reachable(f"{short}\n{long}\n{short}{long}") == f"{short}\n{stopped}\n{short}{stopped}"
