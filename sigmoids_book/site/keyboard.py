"""Blocks that may scroll sideways on a phone are reached by keyboard, as WCAG 2.1.1 asks.

Chromium and Firefox let the keyboard reach whatever scrolls; Safari does not.
"""

from sigmoids_book.site.markup import Element, Page

# Characters of a line that fit beside the margins of a screen of 320 CSS pixels.
CODE, FORMULA = 28, 20


def reach(page: Page) -> None:
    """Set a tab stop on each table, long line of code and long formula."""
    for element in page.elements:
        if may_scroll(page, element):
            element.set(tabindex="0")


def may_scroll(page: Page, element: Element) -> bool:
    if element.tag == "table":  # its columns decide, which nobody knows before it is laid out
        return True
    if element.tag == "pre":
        fits = CODE
    elif element.tag == "div" and "math" in element.classes:
        fits = FORMULA
    else:
        return False
    lines = page.text(element, without="katex-mathml").splitlines()
    return max(map(len, lines), default=0) > fits
