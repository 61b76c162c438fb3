"""Walk along the floats, one by one, to where a computed σ(x) becomes 0, 1 or no number at all."""

import math
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.figures.style import raised
from sigmoids.models.floats import FORMATS, FORMULAS, computed, exact_logistic, spacing, ulps

NEAR = 7  # floats on either side of x


class FloatsDemo(Demo):
    """Where formulas for σ give 0, 1 or NaN, the floats around one x, and the bits of both.

    Every step of a formula is rounded correctly, exp included; NumPy's own exp may differ from
    that in the last bits. Errors are measured against σ(x) to 60 digits and more.

    Parameters: `format` ("float64", "float32" or "float16"); `formula` ("usual", "quotient" or
    "course"); `x`, from -800 to 800, which the demo rounds to the format.
    """

    stem = "floats"
    height = 450
    lines = 4
    button_rows = 2
    alt = (
        "Three bars show on which stretch of x each formula for σ gives 0, a value between, "
        "exactly 1, or NaN. Below, what one formula gives at the floats on either side of x, and "
        "the bits of x and of the result."
    )

    format = Choice("float64", label="format", options={name: name for name in FORMATS})
    formula = Choice("usual", label="formula for σ", options=FORMULAS)
    x = Control(36.7368005696771, label="input", symbol="x", low=-800, high=800, step=0.01)

    def draw(self, figure: Figure) -> None:
        kind = FORMATS[self.format]
        x = float(kind(self.x))
        # A solved layout differs in last digits from run to run, and so would the SVG's ids.
        figure.set_layout_engine("none")
        rows = ((0.68, 0.3), (0.34, 0.19), (0.01, 0.22))
        above, middle, below = (figure.add_axes((0.07, y, 0.89, height)) for y, height in rows)
        _draw_map(above, x, self.formula, kind)
        _draw_walk(middle, x, self.formula, kind)
        _draw_bits(below, x, computed(x, self.formula, kind), kind)


def _draw_map(ax: Axes, x: float, formula: str, kind: type) -> None:
    info = np.finfo(kind)
    digits = info.nmant + 1
    units = [info.minexp - digits, -info.maxexp, 0, digits, digits + 1, info.maxexp]
    places = [-800, *(math.log(2) * n for n in units), 800]
    zero, over, one, sure, burst = (places[i] for i in (1, 2, 4, 5, 6))
    end = one if kind is np.float64 else sure
    blue, red, grey = figures.SIGMA, figures.SLOPE, figures.GREY
    zones = {
        "usual": [(-800, over, "0, warns", red), (over, one, "", blue), (one, 800, "1", grey)],
        "quotient": [
            *((-800, zero, "0", grey), (zero, one, "", blue), (one, sure, "≤1", figures.SKY)),
            *((sure, burst, "1", grey), (burst, 800, "NaN", red)),
        ],
        "course": [(-800, zero, "0", grey), (zero, end, "", blue), (end, 800, "1", grey)],
    }

    def place(value):
        return float(np.interp(value, places, [0, 0.12, 0.3, 0.49, 0.68, 0.76, 0.87, 1]))

    for row, (name, stretches) in enumerate(zones.items()):
        value = computed(x, name, kind)
        error = abs(ulps(value, x, kind))
        color = figures.text_shade(blue) if name == formula else figures.INK
        words = "by the sign of x" if name == "course" and kind is np.float64 else FORMULAS[name]
        ax.text(0, row - 0.12, words, color=color)
        ax.text(1, row - 0.12, _brief(value, kind), color=color, ha="right")
        if not math.isnan(error):
            ax.text(0.7, row - 0.12, _ulp(error), color=color, ha="right")
        for left, right, word, color in stretches:
            left, right = place(left), place(right)
            box = Rectangle((left, row), right - left - 0.002, 0.45, color=color, alpha=0.3, lw=0)
            ax.add_patch(box)
            ax.text((left + right) / 2, row + 0.35, word, ha="center")
        ax.plot([place(x)] * 2, [row - 0.03, row + 0.48], color=figures.INK)
    ax.plot(place(x), -0.65, "o", color=figures.INK, clip_on=False)
    ax.set(xlim=(0, 1), ylim=(2.5, -0.65), yticks=[], xlabel="x, not to scale")
    shown = [v for i, v in enumerate(places[1:7]) if i != 4]
    ax.set_xticks(
        [place(v) for v in shown], [f"{v:.1f}".replace("-", "−") if v else "0" for v in shown]
    )
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)


def _draw_walk(ax: Axes, x: float, formula: str, kind: type) -> None:
    exact = exact_logistic(x)
    unit, n = spacing(exact, kind), np.arange(-NEAR, NEAR + 1)
    places = [_walk(x, int(i), kind) for i in n]
    truth = np.array([float((exact_logistic(place) - exact) / unit) for place in places])
    values = [computed(place, formula, kind) for place in places]
    away = [math.nan if math.isnan(v) else float((Fraction(v) - exact) / unit) for v in values]
    reach = max(2, 1.1 * np.nanmax(np.abs([*truth, *away])))
    unit_of_axis = 1 if reach < 1e3 else 10 ** math.floor(math.log10(reach))
    ax.plot(n, truth / unit_of_axis, color=figures.INK, linewidth=1.2)
    ax.plot(n, np.array(away) / unit_of_axis, "o", color=figures.SIGMA, markersize=5)
    ax.plot(0, away[NEAR] / unit_of_axis, "o", color=figures.SIGMA, markersize=9)
    for i, v in zip(n, values, strict=True):
        if math.isnan(v):
            ax.text(i, 0.1 * reach, "NaN", ha="center", color=figures.text_shade(figures.SLOPE))
    for v in (0, 1):
        y = (v - exact) / unit  # a fraction, which may be too large for a float
        if abs(y) <= reach:
            y = float(y) / unit_of_axis
            ax.axhline(y, color=figures.GREY, linewidth=1, linestyle="--")
            ax.text(NEAR + 0.6, y, str(v), va="center")
    limit = reach / unit_of_axis
    ax.set(xlim=(-NEAR - 0.5, NEAR + 0.5), ylim=(-limit, limit), xlabel=f"{kind.__name__}s after x")
    ax.set_xticks([-5, 0, 5])
    prefix = "" if unit_of_axis == 1 else f"{_power(unit_of_axis, 0)[4:]} "
    ax.set_title(f"● computed, — exact, in {prefix}ulp", fontsize=10.5)


def _draw_bits(ax: Axes, x: float, result: float, kind: type) -> None:
    info, size = np.finfo(kind), np.dtype(kind).itemsize * 8
    ends = [0, 1, size - info.nmant, size]  # of the sign, the exponent and the fraction
    colors = (figures.INK, figures.SLOPE, figures.SIGMA)
    for row, value, words in ((0, x, "x: sign, exponent, fraction"), (3.4, result, "result")):
        ax.text(-0.4, row - 0.9, words)
        code = kind(math.nan if math.isnan(value) else value).view(f"uint{size}")
        bits = np.array([int(bit) for bit in f"{int(code):0{size}b}"])
        i = np.arange(size)
        for start, end, color in zip(ends, ends[1:], colors, strict=False):
            for bit, alpha in ((0, 0.2), (1, 1)):
                at = i[(bits == bit) & (i >= start) & (i < end)]
                cells = np.stack([at % 32 - 0.4, at % 32 + 0.4, np.full(at.size, np.nan)], axis=1)
                style = {"color": color, "alpha": alpha, "linewidth": 9, "solid_capstyle": "butt"}
                ax.plot(cells.ravel(), np.repeat(row + at // 32, 3), clip_on=False, **style)
    ax.set(xlim=(-0.5, 40), ylim=(5, -1.7))
    ax.axis("off")


def _walk(x: float, n: int, kind: type) -> float:
    """The n-th float after x, or before it for negative n."""
    for _ in range(abs(n)):
        x = np.nextafter(kind(x), kind(math.copysign(math.inf, n)))
    return float(x)


def _brief(value: float, kind: type) -> str:
    text = str(kind(value)).removesuffix(".0")
    if math.isnan(value) or ("e" not in text and len(text) < 9):
        return text.replace("nan", "NaN")
    near = 0.99 < value < 1
    return f"1 − {_power(1 - value, 1)}" if near else _power(value, 2 if value < 1e-3 else 5)


def _ulp(error: float) -> str:
    return f"{error:.2f} ulp" if error < 1e4 else f"{_power(error, 1)} ulp"


def _power(value: float, digits: int) -> str:
    m, n = f"{value:.{digits}e}".split("e")
    return f"{m} × 10{raised(int(n))}"
