"""A page's HTML, read by the parser of the standard library: its elements are looked at and given
other attributes, and all else stays as it is, letter by letter."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import accumulate

# Elements without content: https://html.spec.whatwg.org/multipage/syntax.html#void-elements
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(eq=False, slots=True)
class Element:
    """`start` is where its tag begins in the page, `inner` where its content does, and `end` where
    that ends. A name alone has the value None."""

    tag: str
    attributes: dict[str, str | None]
    start: int
    inner: int
    end: int = 0
    changed: bool = field(default=False, repr=False)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def set(self, **attributes: str) -> None:
        self.attributes |= attributes
        self.changed = True

    def drop(self, *names: str) -> None:
        for name in names:
            self.attributes.pop(name, None)
        self.changed = True


class Page:
    """`elements`: all of them, in the order in which they begin. As a text it is HTML again."""

    def __init__(self, html: str):
        self.html = html
        self.elements = _Elements(html).found
        self.starts = [element.start for element in self.elements]

    def within(self, element: Element) -> Iterator[Element]:
        """The elements in another one."""
        first = bisect_left(self.starts, element.inner)
        yield from self.elements[first : bisect_left(self.starts, element.end)]

    def text(self, element: Element, without: str = "") -> str:
        """The text in an element, but for what stands in elements of the class `without`."""
        parts, done = [], element.inner
        for inside in self.within(element):
            if inside.start >= done:
                parts.append(self.html[done : inside.start])
                done = inside.end if without in inside.classes else inside.inner
        return _Text("".join([*parts, self.html[done : element.end]])).text

    def __str__(self) -> str:
        parts, done = [], 0
        for element in self.elements:
            if element.changed:
                parts += [self.html[done : element.start], _tag(element)]
                done = element.inner
        return "".join([*parts, self.html[done:]])


def _tag(element: Element) -> str:
    pairs = element.attributes.items()
    written = [name if value is None else f'{name}="{escape(value)}"' for name, value in pairs]
    return f"<{' '.join([element.tag, *written])}>"


class _Elements(HTMLParser):
    def __init__(self, html: str):
        super().__init__(convert_charrefs=False)
        self.lines = list(accumulate((len(line) + 1 for line in html.split("\n")), initial=0))
        self.found: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        self.close()
        for element in self.open:
            element.end = len(html)

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self.place()
        inner = start + len(self.get_starttag_text())
        element = Element(tag, dict(attrs), start, inner, inner)
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        place = self.place()
        for number, element in enumerate(reversed(self.open), start=1):
            if element.tag == tag:  # the end of it, and of those in it that were left open
                for ended in self.open[-number:]:
                    ended.end = place
                del self.open[-number:]
                return


class _Text(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.parts)
