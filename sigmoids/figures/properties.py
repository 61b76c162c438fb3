"""The figures of the chapter on the properties."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import (
    GREEN,
    GREY,
    INK,
    ORANGE,
    POWERS,
    PURPLE,
    SIGMA,
    SLOPE,
    label_line,
)


def draw_taylor(ax: Axes, coefficients, *, degrees=(1, 3, 7, 31)) -> Axes:
    """σ and its Taylor polynomials at 0, up to the given odd degrees, with (−π, π) shaded.

    `coefficients`: ascending powers, at least as many as the highest degree needs.
    """
    x = np.linspace(-6, 6, 481)
    ax.axvspan(-np.pi, np.pi, color=GREY, alpha=0.12, linewidth=0)
    for degree in degrees:
        y = np.polynomial.polynomial.polyval(x, coefficients[: degree + 1])
        ax.plot(x, y, color=PURPLE, linewidth=1.4)
        leaves = x[y > 1.4][-1] if y[0] > 1.4 else x[y > 1.4][0]
        label_line(ax, leaves, 1.42, str(degree), PURPLE, ha="center", va="bottom")
    ax.plot(x, f.logistic(x), color=SIGMA, linewidth=2.6)
    label_line(ax, 5.9, 0.95, "σ(x)", SIGMA, ha="right", va="top")
    label_line(ax, 0, 1.42, "degree of the polynomial", PURPLE, ha="center", va="bottom")
    ax.set(xlabel="x", xlim=(-6, 6), ylim=(-0.4, 1.4), yticks=[0, 0.5, 1])
    ax.set_xticks([-6, -np.pi, 0, np.pi, 6], ["−6", "−π", "0", "π", "6"])
    return ax


def draw_widths(ax: Axes) -> Axes:
    """σ and σ′ with two measures of width: 10% to 90% of the height, and half the top slope."""
    x = np.linspace(-8, 8, 401)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(x, f.logistic_slope(x), color=SLOPE)
    label_line(ax, 3.2, 0.9, "σ(x)", SIGMA, va="top")
    label_line(ax, 0.9, 0.235, "σ′(x)", SLOPE)
    ax.set(xlabel="x", xlim=(-8, 8), ylim=(-0.02, 1.02), yticks=[0, 0.1, 0.25, 0.5, 0.9, 1])
    ax.yaxis.set_major_formatter("{x:g}")
    nine, half = np.log(9), np.log(3 + 2 * np.sqrt(2))
    arrow = {"shrinkA": 0, "shrinkB": 0, "linewidth": 1.3}
    for reach, foot, gap, color, text in (
        (nine, 0.5, 0.25, SIGMA, "10% to 90%:\n2 ln 9 = 4.39"),
        (half, 0.125, 0.8, SLOPE, "half the top\nslope: 3.53"),
    ):
        y = f.logistic(reach) if color == SIGMA else f.logistic_slope(reach)
        ax.plot([-reach, reach], [1 - y, y] if color == SIGMA else [y, y], "o", color=color)
        ends = {"xy": (-reach, foot), "xytext": (reach, foot)}
        style = {"color": color, "arrowstyle": "<->" if color == SIGMA else "-"}
        ax.annotate("", **ends, arrowprops=arrow | style)
        side = -1 if color == SIGMA else 1
        align = {"ha": "right" if side < 0 else "left", "va": "center"}
        label_line(ax, side * (reach + gap), foot, text, color, **align)
    for x, low, high in ((-nine, 0.1, 0.5), (nine, 0.5, 0.9)):
        ax.plot([x, x], [low, high], color=SIGMA, linewidth=1.3, linestyle=":")
    return ax


def draw_tails(ax: Axes) -> Axes:
    """σ and 1 − σ on a logarithmic axis, beside eˣ and e⁻ˣ, with the interval [−10, 10] shaded."""
    x = np.linspace(-40, 40, 321)
    ax.axvspan(-10, 10, color=GREY, alpha=0.15, linewidth=0)
    for side, color in ((1, SIGMA), (-1, ORANGE)):
        far = np.array([-40, 6]) * side
        ax.plot(far, np.exp(side * far), color=GREY, linewidth=1.2, linestyle="--")
        ax.plot(x, f.logistic(side * x), color=color)
        ax.plot(-10 * side, f.logistic(-10), "o", color=color)
    label_line(ax, -31, 1e-11, "σ(x)", SIGMA, ha="right")
    label_line(ax, 31, 1e-11, "1 − σ(x)", ORANGE, ha="left")
    label_line(ax, -11, 4.5e-5, "4.54 × 10⁻⁵", SIGMA, ha="right", va="bottom", size=POWERS)
    label_line(ax, 0, 1e-16, "[−10, 10]", INK, ha="center")
    label_line(ax, 6.4, 200, "eˣ", INK, ha="left", va="center", size=POWERS)
    label_line(ax, -6.4, 200, "e⁻ˣ", INK, ha="right", va="center", size=POWERS)
    ax.set(xlabel="x", xlim=(-40, 40), ylim=(1e-18, 1e3), yscale="log")
    ax.set_yticks([1e-15, 1e-10, 1e-5, 1], ["10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"], size=POWERS)
    ax.set_xticks([-40, -20, 0, 20, 40])
    ax.minorticks_off()
    return ax


def draw_logistic_sample(ax: Axes, sample) -> Axes:
    """A sample's histogram, the density σ′, and the normal density of the same variance π²/3."""
    x = np.linspace(-10, 10, 401)
    spread = np.pi / np.sqrt(3)
    share, edges = np.histogram(sample, bins=50, range=(-10, 10))
    ax.stairs(share / len(sample) / np.diff(edges), edges, fill=True, color=GREY, alpha=0.3)
    normal = np.exp(-((x / spread) ** 2) / 2) / (spread * np.sqrt(2 * np.pi))
    ax.plot(x, normal, color=GREEN, linewidth=1.5, linestyle="--")
    ax.plot(x, f.logistic_slope(x), color=SLOPE)
    label_line(ax, 1.1, 0.225, "logistic density σ′(x)", SLOPE)
    label_line(ax, 2.35, 0.13, "normal density,\nsame variance", GREEN)
    label_line(ax, -3.2, 0.06, "sample", GREY, ha="right")
    ax.set(xlabel="x", ylabel="density (1/unit of x)", xlim=(-8, 8), ylim=(0, 0.26))
    ax.set(xticks=[-8, -4, 0, 4, 8], yticks=[0, 0.1, 0.2])
    return ax


def draw_complement(ax: Axes) -> Axes:
    """The distance of σ from 1 as float64 has it: 1 − σ(x) in steps and then 0, σ(−x) smooth."""
    x = np.linspace(33.5, 38.5, 601)
    left = 1 - f.logistic(x)
    ax.plot(x, f.logistic(-x), color=SIGMA)
    ax.plot(x[left > 0], left[left > 0], color=ORANGE)
    end = 53 * np.log(2)
    ax.axvline(end, color=GREY, linewidth=1.2, linestyle="--")
    label_line(ax, end + 0.06, 1.5e-15, "from 36.74 on\n1 − σ(x) is 0", ORANGE, va="center")
    label_line(ax, end + 0.06, 2.0**-52, "2⁻⁵² = 2.2 × 10⁻¹⁶", ORANGE, va="center", size=POWERS)
    label_line(ax, 37.75, 5e-17, "σ(−x)", SIGMA)
    label_line(ax, 35.2, 7e-16, "1 − σ(x)", ORANGE)
    ax.set(xlabel="x", xlim=(33.5, 38.5), ylim=(1e-17, 4e-15), yscale="log")
    ax.set_yticks([1e-17, 1e-16, 1e-15], ["10⁻¹⁷", "10⁻¹⁶", "10⁻¹⁵"], size=POWERS)
    ax.set_xticks([34, 35, 36, 37, 38])
    ax.minorticks_off()
    return ax
