"""Blocks that may scroll sideways on a phone are reached by keyboard, as WCAG 2.1.1 asks.

Chromium and Firefox let the keyboard reach whatever scrolls; Safari does not.
"""

import re
from html import unescape

# Characters of a line that fit beside the margins of a screen of 320 CSS pixels.
CODE, FORMULA = 28, 20
BLOCK = re.compile(
    r'<(?:pre|table class="[^"]*"|div class="(?:[^"]* )?math\b[^"]*")>'
    r"(?=(.*?)</(?:pre|table|div)>)",
    re.DOTALL,
)
MATHML = re.compile(r'<span class="katex-mathml">.*?</math></span>', re.DOTALL)


def reachable(html: str) -> str:
    """The page's body with a tab stop on each table, long line of code and long formula."""
    return BLOCK.sub(lambda m: _with_stop(m[0]) if may_scroll(m[0], m[1]) else m[0], html)


def may_scroll(tag: str, content: str) -> bool:
    text = unescape(re.sub(r"<[^>]+>", "", MATHML.sub("", content)))
    if tag.startswith("<table"):  # its columns decide, which nobody knows before it is laid out
        return True
    return max(map(len, text.splitlines()), default=0) > (CODE if tag == "<pre>" else FORMULA)


def _with_stop(tag: str) -> str:
    return f'{tag[:-1]} tabindex="0">'
