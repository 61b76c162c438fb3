"""What is the same in all languages: formulas and code.

Without a mark, a browser that translates a page translates the letters of formulas, too, and in a
language that is written from right to left they run backwards. Code has Sphinx's class already.
"""

import re

# KaTeX's formulas, the blocks around them and around code, and code in a line of text.
PART = re.compile(
    r'<(?:span class="katex(?:-display)?"|div class="(?:[^"]* )?math\b[^"]*"'
    r"|pre|code)(?=[ >])"
)
MARK = ' dir="ltr" translate="no"'


def mark(html: str) -> str:
    """The page's body with the direction and the marks against translation on each of them."""
    html = PART.sub(rf"\g<0>{MARK}", html)
    return html.replace('class="katex" ', 'class="katex notranslate" ')  # for older translators
