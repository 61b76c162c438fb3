"""The site's style sheet, and contrast by WCAG 2.1 of colours as CSS writes them."""

import re

from tests.support import ROOT

CSS = ROOT / "sigmoids_book/site/theme/static/site.css"


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def rgb(text):
    text = "".join(2 * c for c in text) if len(text) == 3 else text
    return [int(text[i : i + 2], 16) / 255 for i in (0, 2, 4)]


def of_browser(text):
    """A computed colour, `rgb(…)` or `rgba(…)`."""
    return [float(part) / 255 for part in re.findall(r"[\d.]+", text)[:3]]


def declared(selector, name, sheet=CSS):
    """The two colours, in the light theme and in the dark one, that a rule of the style sheet gives
    to a property, by way of a variable or not."""
    css = sheet.read_text(encoding="utf-8")

    def value(selector, name):
        rule = re.search(rf"^{re.escape(selector)} {{(.*?)}}", css, re.MULTILINE | re.DOTALL)[1]
        return re.search(rf"^\s*{name}: (.*?);", rule, re.MULTILINE)[1]

    found = value(selector, name)
    while variable := re.fullmatch(r"var\((--\w+)\)", found):
        found = value(":root", variable[1])
    return [rgb(one) for one in re.fullmatch(r"light-dark\(#(\w+), #(\w+)\)", found).groups()]
