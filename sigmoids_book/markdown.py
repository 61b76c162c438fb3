"""The book's Markdown, read by the parser that MyST reads it with: where in a text its roles, links
and directives stand, so that they can be replaced and all else be left as it is written."""

import re
import textwrap
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

SPANS = ("myst_role", "link_open")
FENCES = ("fence", "colon_fence")
CHOICE = re.compile(r"\((?P<mark>[ x])\)\s*")  # how a choice of a quiz begins


class Found(NamedTuple):
    """A role, a link or a fence: `text[start:end]` is all of it, of a link what follows its words,
    which may hold roles."""

    token: Token
    start: int
    end: int


class Fold(NamedTuple):
    """`<details>`, written in Markdown. `summary`: its title; `text`: the Markdown in it; `name`:
    where in the whole the name of its tag `summary` ends."""

    summary: str
    text: str
    name: int


@cache
def parser() -> MarkdownIt:
    """As `_config.yml` sets it for MyST."""
    from mdit_py_plugins.amsmath import amsmath_plugin
    from mdit_py_plugins.colon_fence import colon_fence_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.myst_role import myst_role_plugin
    from mdit_py_plugins.myst_role.index import myst_role

    made = MarkdownIt("commonmark").enable("table").use(myst_role_plugin)
    made.use(dollarmath_plugin).use(colon_fence_plugin).use(amsmath_plugin)
    made.inline.ruler.at("myst_role", _noting(myst_role))
    made.inline.ruler.at("link", _noting(link))
    # In HTML, formulas are for another program.
    made.add_render_rule("math_inline", lambda _, tokens, i, *__: f"${tokens[i].content}$")
    return made


def _noting(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, which notes of what it finds where it stands in the paragraph."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if rule is link and state.src[start] == "[":
            start = state.md.helpers.parseLinkLabel(state, start, True) + 1
        if not rule(state, silent):
            return False
        if not silent:
            token = next(t for t in state.tokens[before:] if t.type in SPANS)
            token.meta["span"] = start, state.pos
        return True

    return noted


def find(text: str) -> Iterator[Found]:
    """The roles, links and fences in a text, in order; what fences hold is not looked into."""
    starts, done = _starts(text), 0
    for token in parser().parse(text):
        if token.type in FENCES:
            first, end = token.map
            done = starts[end] - 1
            yield Found(token, text.index(token.markup, starts[first]), done)
        elif token.type == "inline":
            places = _places(token, text, starts, done)
            done = max(done, places[-1] + 1)
            spans = [(child, child.meta["span"]) for child in _spans(token)]
            for child, (start, end) in sorted(spans, key=lambda one: one[1]):
                yield Found(child, places[start], places[end - 1] + 1)


def _spans(token: Token) -> list[Token]:
    return [child for child in token.children or () if "span" in child.meta]


def _starts(text: str) -> list[int]:
    """Where each line begins, and where one would after the last."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def _places(token: Token, text: str, starts: list[int], done: int) -> list[int]:
    """Of each character of a paragraph its place in the text, where each line may be indented, and
    a row of a table holds several."""
    found = []
    for number, line in enumerate(token.content.split("\n"), start=token.map[0]):
        place = text.find(line, max(done, starts[number]), starts[number + 1])
        if place < 0 and _spans(token):
            raise ValueError(f"a row of a table has a link or a role beside \\|: {line}")
        done = place + len(line)
        found += range(place, done + 1)  # and the line break
    return found[:-1] or [done]


def replace(text: str, new: Callable[[Token, str], str | None]) -> str:
    """The text with what `new(token, source)` gives for each role, link and fence; None leaves it
    as it is."""
    parts, done = [], 0
    for token, start, end in find(text):
        source = text[start:end]
        if (replaced := new(token, source)) is not None:
            indent = " " * (start - (text.rfind("\n", 0, start) + 1))
            if token.type in FENCES:
                replaced = textwrap.indent(replaced, indent).removeprefix(indent)
            parts += [text[done:start], replaced]
            done = end
    return "".join([*parts, text[done:]])


def inline_html(text: str) -> str:
    """A line of Markdown as HTML, its formulas as they are."""
    return parser().renderInline(text)


class Choice(NamedTuple):
    right: bool
    answer: str
    reply: str


def choices(text: str) -> list[Choice]:
    """Those of a quiz, from the list in its directive. Raises ValueError for an item without the
    mark of a choice."""
    tokens = parser().parse(text)
    items = [i for i, t in enumerate(tokens) if t.type == "list_item_open" and t.level == 1]
    return [_choice(tokens[i].map, tokens[i + 2], text.split("\n")) for i in items]


def _choice(item: list[int], answer: Token, lines: list[str]) -> Choice:
    mark = CHOICE.match(answer.content)
    if not mark:
        raise ValueError(f"a choice must start with ( ) or (x): {lines[item[0]]}")
    indent = lines[item[0]].index(answer.content.split("\n")[0])
    below = [re.sub(f"^ {{0,{indent}}}", "", line) for line in lines[answer.map[1] : item[1]]]
    said = " ".join(answer.content[mark.end() :].split())
    return Choice(mark["mark"] == "x", said, "\n".join(below).strip())


def headings(text: str) -> list[str]:
    """The words of its headings, without formulas, as MyST makes anchors of them."""
    tokens = parser().parse(text)
    inline = [tokens[i + 1] for i, t in enumerate(tokens) if t.type == "heading_open"]
    shown = ("text", "code_inline")
    return ["".join(c.content for c in t.children if c.type in shown) for t in inline]


class _Folds(HTMLParser):
    """The folds of a text, of which it is fed the blocks of HTML at their places."""

    def __init__(self, text: str):
        super().__init__()
        self.text, self.found = text, []
        self.open: list[dict] = []
        self.starts = _starts(text)

    def place(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag == "details":
            self.open.append({})
        elif tag == "summary" and self.open:
            place = self.place()
            name = place + len("<summary")
            self.open[-1].update(name=name, title=place + len(self.get_starttag_text()))

    def handle_endtag(self, tag: str) -> None:
        if tag == "summary" and self.open and "title" in self.open[-1]:
            fold = self.open[-1]
            fold["summary"] = self.text[fold["title"] : self.place()]
            fold["body"] = self.place() + len("</summary>")
        elif tag == "details" and self.open and "body" in (fold := self.open.pop()):
            text = self.text[fold["body"] : self.place()].strip()
            self.found.append(Fold(fold["summary"], text, fold["name"]))


def folds(text: str) -> list[Fold]:
    """The folds of a text in the order of their ends."""
    lines, html = text.split("\n"), set()
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "html_block":
            html.update(range(*token.map))
    reader = _Folds(text)
    reader.feed("\n".join(line if number in html else "" for number, line in enumerate(lines)))
    reader.close()
    return reader.found
