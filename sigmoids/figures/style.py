"""What all figures share: palette, Matplotlib settings, labels, and the card that links show.

A chapter calls `use_style()` once. Figures are then SVG, the same bytes on every run, so that
their stored copies can be compared.
"""

import contextlib
import io
import re
from collections.abc import Iterator

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import functions as f
from sigmoids import mime

# Okabe and Ito's palette, safe for colour-blind readers. One colour for one thing, in every figure.
BLUE, VERMILION, GREEN, ORANGE, SKY, PURPLE, INK, GREY = (
    "#0072B2 #D55E00 #009E73 #E69F00 #56B4E9 #CC79A7 #1A1A1A #767676".split()
)
SIGMA, SLOPE, DATA = BLUE, VERMILION, INK
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

# A phone shows a figure 358 CSS pixels wide: text of 11.5 points in 5.6 inches is 10.2 pixels high
# there. On a wide page it has its own size, 15.3 pixels.
STYLE = {
    "figure.figsize": (5.6, 3.8),
    "figure.dpi": 100,
    "figure.constrained_layout.use": True,
    "font.size": 11.5,
    "axes.titlesize": 12.5,
    "axes.titlelocation": "left",
    "axes.linewidth": 1,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.prop_cycle": mpl.cycler(color=[BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, INK]),
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    "xtick.major.pad": 5,  # keeps the two labels at a corner apart
    "ytick.major.pad": 5,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "svg.hashsalt": "sigmoids",  # ids in the SVG are random without it
    "svg.fonttype": "path",  # the reader's fonts change nothing
}
POWERS = 13  # points, for text with exponents, which are half as high as its other digits


def use_style() -> None:
    """Set the course's Matplotlib style; in a notebook also show figures as reproducible SVG.

    What a matplotlibrc of the reader's says is undone: the text speaks of the figures as they are.
    """
    mpl.rcdefaults()
    mpl.rcParams.update(STYLE)
    try:
        from IPython import get_ipython
        from matplotlib_inline import backend_inline
    except ImportError:  # plain Python, no notebook
        return
    if shell := get_ipython():
        backend_inline.set_matplotlib_formats("svg")
        shell.display_formatter.formatters[mime.SVG].for_type(Figure, svg)


@contextlib.contextmanager
def style() -> Iterator[None]:
    """The same for a while, outside of notebooks."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(STYLE)
        yield


def svg(figure: Figure) -> str:
    """The figure as SVG, the same text on every run and on other processors.

    Processors differ in the last digit of exp, and runs in that of the layout. So coordinates are
    rounded, to 0.01 pt, and below 1, where scales stand, to four decimals; and ids, which are
    checksums of coordinates, are numbered instead.
    """
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None})
    text = re.sub(r"-?\d+\.\d{3,}", _round, buffer.getvalue())
    ids = list(dict.fromkeys(re.findall(r'\bid="([a-z]+[0-9a-f]{10})"', text)))
    names = {old: f"{old[:-10]}-{number}" for number, old in enumerate(ids)}
    return re.sub(r"\b[a-z]+[0-9a-f]{10}\b", lambda m: names.get(m[0], m[0]), text)


def _round(number: re.Match) -> str:
    value = float(number[0])
    return f"{value:.{2 if abs(value) >= 1 else 4}f}".rstrip("0").rstrip(".")


def label_line(ax: Axes, x: float, y: float, text: str, color: str, **kwargs) -> None:
    """Write `text` beside a line in a darker shade of its colour, in place of a legend."""
    ax.text(x, y, text, color=text_shade(color), **kwargs)


def text_shade(color: str) -> tuple[float, float, float]:
    """The colour darkened until it has 4.5:1 contrast on white (WCAG 2.1, relative luminance)."""
    rgb = np.array(mpl.colors.to_rgb(color))
    while 1.05 / (_luminance(rgb) + 0.05) < 4.5:
        rgb = rgb * 0.95
    return tuple(rgb)


def _luminance(rgb: np.ndarray) -> float:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def raised(n: int) -> str:
    """An exponent in the letters that stand above the line, such as ⁻¹²."""
    return str(n).translate(SUPERSCRIPTS)


def social_card() -> Figure:
    """The picture that a link to the book shows: 1200 × 630 pixels."""
    with style():
        figure = Figure(figsize=(12, 6.3), dpi=100, facecolor="#fdfcf9", layout="none")
        ax = figure.add_axes((0.06, 0.08, 0.88, 0.52))
        x = np.linspace(-8, 8, 401)
        ax.plot(x, f.logistic(x), color=SIGMA, linewidth=7)
        ax.plot(x, f.logistic_slope(x), color=SLOPE, linewidth=5)
        ax.axis("off")
        figure.text(0.06, 0.81, "The Sigmoid Function", size=46, weight="bold", color=INK)
        figure.text(0.06, 0.70, "from Verhulst to LeNet", size=30, color=text_shade(SIGMA))
    return figure
