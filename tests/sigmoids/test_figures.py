"""Every figure can be read on a phone: its text is large enough, apart, inside and dark."""

import functools
import importlib
import inspect
import itertools
import pkgutil
from types import SimpleNamespace

import matplotlib as mpl
import nbformat
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from sigmoids import figures, mime
from sigmoids_book import notebooks
from sigmoids_book.site.images import svg_size
from tests.support import ROOT
from tests.support.colours import contrast

PHONE = 358  # CSS pixels, the column on a phone of 390
LEAST = 9  # CSS pixels, height of a line of text there


# Every draw function with arguments as a chapter would give them: one module a chapter.
DRAW = {}
for module in pkgutil.iter_modules([str(ROOT / "tests/sigmoids/figures")]):
    DRAW |= importlib.import_module(f"tests.sigmoids.figures.{module.name}").DRAW


def find_draw_functions():
    """Every public `draw_*` in the modules of `sigmoids.figures`, by name."""
    found = {}
    for module in pkgutil.iter_modules(figures.__path__, figures.__name__ + "."):
        names = vars(importlib.import_module(module.name)).items()
        found |= {n: f for n, f in names if n.startswith("draw_") and inspect.isfunction(f)}
    return found


FUNCTIONS = find_draw_functions()
every_function = pytest.mark.parametrize("name", sorted(FUNCTIONS))


def drawn_anew(name):
    """A figure of the default size with the function's drawing, and what the function returned."""
    if name not in DRAW:
        pytest.fail(
            f"No DRAW in tests/sigmoids/figures has an entry for {name}. Add one with the "
            f'arguments that its chapter gives it, the axes left out: "{name}": {{…}}.',
            pytrace=False,
        )
    with mpl.rc_context(figures.STYLE):
        figure = Figure(dpi=400)  # fine enough that hinting does not change a text's size
        ax = figure.subplots()
        returned = FUNCTIONS[name](ax, **DRAW[name])
    return SimpleNamespace(figure=figure, ax=ax, returned=returned)


@functools.cache
def drawing(name):
    """The same, once laid out, so that each text has its place."""
    drawn = drawn_anew(name)
    with mpl.rc_context(figures.STYLE):
        FigureCanvasAgg(drawn.figure).draw()
    return drawn


def hidden_tick_labels(ax):
    """Labels of ticks outside of the axis, which exist but are not drawn."""
    for axis in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis.get_view_interval())
        slack = 1e-9 * (high - low)
        for tick in axis.get_major_ticks() + axis.get_minor_ticks():
            if not low - slack <= tick.get_loc() <= high + slack:
                yield from (tick.label1, tick.label2)


def texts(figure):
    """Every text that is seen, with its box in CSS pixels on a phone."""
    hidden = {label for ax in figure.axes for label in hidden_tick_labels(ax)}
    scale = PHONE / figure.bbox.width
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip() and text not in hidden:
            box = Text.get_window_extent(text)  # of an annotation, too, without its arrow
            yield text, box.transformed(mpl.transforms.Affine2D().scale(scale))


@every_function
def test_returns_its_axes_and_draws_on_them(name):
    drawn = drawing(name)
    documented_as_none = inspect.signature(FUNCTIONS[name]).return_annotation is None
    assert drawn.returned is (None if documented_as_none else drawn.ax)
    assert drawn.ax.has_data()
    assert hasattr(figures, name), "import it in sigmoids/figures/__init__.py"


@every_function
def test_text_is_large_enough_on_a_phone(name):
    small = {}
    for text, box in texts(drawing(name).figure):
        upright = text.get_rotation() % 180 == 90
        lines = text.get_text().count("\n") + 1
        height = (box.width if upright else box.height) / lines
        if height < LEAST:
            small[text.get_text()] = round(float(height), 1)
    assert not small, f"CSS pixels high at a width of {PHONE}; wanted {LEAST}: {small}"


@every_function
def test_no_text_lies_outside_of_the_figure(name):
    figure = drawing(name).figure
    height = PHONE * figure.bbox.height / figure.bbox.width
    outside = {
        text.get_text(): box.extents.round(1).tolist()
        for text, box in texts(figure)
        if box.x0 < 0 or box.y0 < 0 or box.x1 > PHONE or box.y1 > height
    }
    assert not outside, f"left, bottom, right, top in {PHONE} × {height:.0f} pixels: {outside}"


@every_function
def test_no_two_texts_overlap(name):
    pairs = itertools.combinations(texts(drawing(name).figure), 2)
    found = [(a.get_text(), b.get_text()) for (a, one), (b, other) in pairs if one.overlaps(other)]
    assert not found


@every_function
def test_no_line_runs_through_a_label(name):
    ax = drawing(name).ax
    to_phone = mpl.transforms.Affine2D().scale(PHONE / ax.figure.bbox.width)
    struck = []
    for text, box in texts(ax.figure):
        # A line's box is higher than its letters; and lines end at the axes' edge.
        seen = mpl.transforms.Bbox.intersection(box.padded(-1), ax.bbox.transformed(to_phone))
        if text not in ax.texts or text.get_bbox_patch() or seen is None:
            continue
        for line in ax.lines:
            path = (line.get_transform() + to_phone).transform_path(line.get_path())
            if path.cleaned(remove_nans=True).intersects_bbox(seen, filled=False):
                struck.append((text.get_text(), line.get_color()))
    assert not struck


def contrast_on_white(color):
    """By WCAG 2.1; what shines through a transparent colour is white."""
    *rgb, alpha = mpl.colors.to_rgba(color)
    rgb = 1 - alpha * (1 - np.array(rgb))
    return contrast(rgb, (1, 1, 1))


@every_function
def test_text_is_dark_enough(name):
    pale = {}
    for text, _ in texts(drawing(name).figure):
        ratio = contrast_on_white(mpl.colors.to_rgba(text.get_color(), text.get_alpha()))
        if ratio < 4.5:
            pale[text.get_text()] = round(float(ratio), 2)
    assert not pale, f"contrast on white; wanted 4.5: {pale}"


def svg(figure):
    with mpl.rc_context(figures.STYLE):
        return figures.svg(figure)


@every_function
def test_two_drawings_are_the_same_bytes(name):
    assert svg(drawn_anew(name).figure) == svg(drawn_anew(name).figure)


@pytest.mark.parametrize(
    "path", notebooks.default_paths(ROOT), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_no_figure_of_a_chapter_is_wider_than_the_default(path):
    """A phone would scale it, and its text, down further."""
    default = figures.STYLE["figure.figsize"][0] * 96
    widths = {}
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if mime.SVG in data and mime.DEMO not in data:
                widths[cell.id] = svg_size(data[mime.SVG])[0]
    wide = {cell: width for cell, width in widths.items() if width > default + 1}
    assert not wide, f"CSS pixels; figures are {default:.0f} wide: {wide}"
