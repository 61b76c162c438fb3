"""What is the same in all languages: formulas and code.

Without a mark, a browser that translates a page translates the letters of formulas, too, and in a
language that is written from right to left they run backwards. Code has Sphinx's class already.
"""

from sigmoids_book.site.markup import Element, Page


def mark(page: Page) -> None:
    """Set the direction and the marks against translation on each formula and on code."""
    for element in page.elements:
        if _is_foreign(element):
            element.set(dir="ltr", translate="no")
        if element.tag == "span" and element.classes == ["katex"]:
            element.set(**{"class": "katex notranslate"})  # for older translators


def _is_foreign(element: Element) -> bool:
    """KaTeX's formulas, the blocks around them and around code, and code in a line of text."""
    if element.tag == "span":
        return element.classes in (["katex"], ["katex-display"])
    return element.tag in ("pre", "code") or (element.tag == "div" and "math" in element.classes)
