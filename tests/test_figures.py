"""Every figure can be read on a phone: its text is large enough, apart, inside and dark."""

import functools
import importlib
import inspect
import itertools
import pkgutil
from pathlib import Path
from types import SimpleNamespace

import matplotlib as mpl
import nbformat
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from sigmoids import datasets, figures, functions, notebooks
from sigmoids.site.images import svg_size

ROOT = Path(__file__).parent.parent
PHONE = 358  # CSS pixels, the column on a phone of 390
LEAST = 9  # CSS pixels, height of a line of text there

HOURS, YEAST = datasets.load_carlson()
GROWTH = {"K": 663.0, "r": 0.547, "t0": 7.78}
UNITS = dict.fromkeys(functions.FAMILY, 1.0)
TAYLOR = [functions.logistic_derivative(0.0, n) for n in range(10)]
TAYLOR = [derivative / np.prod(np.arange(1.0, n + 1)) for n, derivative in enumerate(TAYLOR)]
SAMPLE = functions.logit(np.random.default_rng(1845).random(10_000))
FEATURES, MALIGNANT, _ = datasets.load_breast_cancer()
RADIUS = FEATURES[:, 0]
SCORE = 1.0336 * RADIUS - 15.246  # the logistic regression on all 569
FORECASTS = {"p": functions.logistic(SCORE), "p_sure": functions.logistic(10 * SCORE)}
RIDGE = 10.0 ** np.arange(-4, 0.5, 0.5)
RIDGE_LOSSES = {
    "training": [0.017, 0.027, 0.038, 0.050, 0.066, 0.090, 0.127, 0.187, 0.278],
    "held_out": [0.123, 0.101, 0.088, 0.083, 0.088, 0.103, 0.135, 0.192, 0.281],
}
X = np.arange(-40 * 8, 36 * 8) / 8
ULP_ERRORS = {name: np.ones_like(X) for name in ("usual", "by sign")}
ULP_ERRORS["tanh"] = np.exp(np.maximum(-X, 0)) / 4
FAR = np.arange(8, 40 * 8) / 8
LOST = dict.fromkeys(("1 - σ(x)", "ln σ(x)"), 2.0**-53 * np.exp(FAR))
LOST |= {"logit(σ(x))": 2.0**-53 * np.exp(FAR) / FAR, "σ(-x)": np.full_like(FAR, 2.0**-53)}

LOGITS = np.linspace(-125, 125, 501)
LOSSES = {"label_0": np.where(LOGITS < 16.64, functions.softplus(LOGITS), 100)}
LOSSES["label_1"] = np.where(LOGITS > -88.72, functions.softplus(-LOGITS), 100)
GRADIENTS = {"label_0": np.where(LOGITS < 16.64, functions.logistic(LOGITS), 0)}
GRADIENTS["label_1"] = np.where(LOGITS > -27.6, -functions.logistic(-LOGITS), 0)
COARSE = np.arange(-10, 10, 2.0**-5)
STAIRS = np.round(functions.logistic(COARSE) * 256) / 256

INPUTS, CENTRED = np.array([2.0, 8, 32, 128, 512]), [5.5, 7, 8, 8.5, 8.7]
SCALES = np.geomspace(0.25, 25, 40)
FACTORS = {"sigmoid": SCALES / (4 + SCALES), "tanh": SCALES**0.5, "relu": SCALES / 2**0.5}
ESCAPE = {-4: 71, -6: 426, -8: 3011}
ESCAPE = {z: functions.logistic((np.arange(20_000) - n) / 40) for z, n in ESCAPE.items()}

# Every draw function with arguments as a chapter would give them.
DRAW = {
    "draw_activations": {},
    "draw_complement": {},
    "draw_costs": {**FORECASTS, "y": MALIGNANT},
    "draw_expected_losses": {},
    "draw_extreme_gradients": {"z": LOGITS, **GRADIENTS},
    "draw_extreme_losses": {"z": LOGITS, **LOSSES},
    "draw_conditioning": {"inputs": [2, 8, 32, 128, 512], "raw": INPUTS**1.4, "centred": CENTRED},
    "draw_escape": {"squared": ESCAPE, "log": {-8: functions.logistic(np.arange(20_000) - 9)}},
    "draw_explosion_window": {},
    "draw_family": {},
    "draw_family_tails": {"unit": UNITS},
    "draw_gompertz": {},
    "draw_growth": {"t": HOURS, "p": YEAST, **GROWTH},
    "draw_growth_directions": {},
    "draw_growth_log_odds": {"t": HOURS, "p": YEAST, **GROWTH},
    "draw_half_precision": {"bfloat16": (COARSE, STAIRS), "float16": (COARSE, STAIRS)},
    "draw_logistic_and_slope": {},
    "draw_logistic_derivatives": {},
    "draw_logistic_sample": {"sample": SAMPLE},
    "draw_loss_pulls": {},
    "draw_one_feature": {"x": RADIUS, "y": MALIGNANT, "w": 1.0336, "b": -15.246},
    "draw_reliability": {**FORECASTS, "y": MALIGNANT},
    "draw_ridge": {"ridge": RIDGE, **RIDGE_LOSSES},
    "draw_lost_digits": {"x": FAR, "errors": LOST},
    "draw_rounded_slope": {"x": COARSE, "slope": STAIRS * (1 - STAIRS)},
    "draw_layer_factor": {"scale": SCALES, "factor": (SCALES / 10) ** 0.5, "nets": [(1, 0.24)]},
    "draw_layer_factors": {"scale": SCALES, "factors": FACTORS},
    "draw_logistic_and_slope": {},
    "draw_logistic_derivatives": {},
    "draw_logistic_sample": {"sample": SAMPLE},
    "draw_memory": {},
    "draw_slope_rectangles": {},
    "draw_softplus_area": {},
    "draw_switch": {},
    "draw_tails": {},
    "draw_taylor": {"coefficients": TAYLOR, "degrees": (1, 3, 7)},
    "draw_through_origin": {
        "x": X / 4,
        "s": functions.logistic(X / 4),
        "slope": functions.logistic_slope(X / 4),
    },
    "draw_tilted_entropy": {},
    "draw_ulp_errors": {"x": X, "errors": ULP_ERRORS},
    "draw_widths": {},
}


def find_draw_functions():
    """Every public `draw_*` in the modules of `sigmoids.figures`, by name."""
    found = {}
    for module in pkgutil.iter_modules(figures.__path__, figures.__name__ + "."):
        names = vars(importlib.import_module(module.name)).items()
        found |= {n: f for n, f in names if n.startswith("draw_") and inspect.isfunction(f)}
    return found


FUNCTIONS = find_draw_functions()
every_function = pytest.mark.parametrize("name", sorted(FUNCTIONS))


def draw(name):
    """A figure of the default size with the function's drawing, and what the function returned."""
    if name not in DRAW:
        pytest.fail(
            f'tests/test_figures.py: DRAW has no entry for {name}. Add "{name}": {{…}} with the '
            "arguments that its chapter gives it, the axes left out.",
            pytrace=False,
        )
    with mpl.rc_context(figures.STYLE):
        figure = Figure(dpi=400)  # fine enough that hinting does not change a text's size
        ax = figure.subplots()
        returned = FUNCTIONS[name](ax, **DRAW[name])
        FigureCanvasAgg(figure).draw()
    return SimpleNamespace(figure=figure, ax=ax, returned=returned)


drawing = functools.cache(draw)


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
    assert hasattr(figures, name), "import its module in sigmoids/figures/__init__.py"


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
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return 1.05 / (linear @ [0.2126, 0.7152, 0.0722] + 0.05)


@every_function
def test_text_is_dark_enough(name):
    pale = {}
    for text, _ in texts(drawing(name).figure):
        contrast = contrast_on_white(mpl.colors.to_rgba(text.get_color(), text.get_alpha()))
        if contrast < 4.5:
            pale[text.get_text()] = round(float(contrast), 2)
    assert not pale, f"contrast on white; wanted 4.5: {pale}"


def svg(figure):
    with mpl.rc_context(figures.STYLE):
        return figures.svg(figure)


@every_function
def test_two_drawings_are_the_same_bytes(name):
    assert svg(draw(name).figure) == svg(draw(name).figure)


@pytest.mark.parametrize("path", notebooks.default_paths(ROOT), ids=lambda p: p.stem)
def test_no_figure_of_a_chapter_is_wider_than_the_default(path):
    """A phone would scale it, and its text, down further."""
    default = figures.STYLE["figure.figsize"][0] * 96
    widths = {}
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/svg+xml" in data and notebooks.DEMO_MIME not in data:
                widths[cell.id] = svg_size(data["image/svg+xml"])[0]
    wide = {cell: width for cell, width in widths.items() if width > default + 1}
    assert not wide, f"CSS pixels; figures are {default:.0f} wide: {wide}"
