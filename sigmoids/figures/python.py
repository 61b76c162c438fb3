"""The figures of the chapter on Python."""

import numpy as np
from matplotlib.axes import Axes

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


def draw_through_origin(ax: Axes, x, s, slope) -> Axes:
    """σ and σ′, given as arrays over x, with both axes through the origin."""
    ax.plot(x, s, color=SIGMA)
    ax.plot(x, slope, color=SLOPE)
    ax.spines[["left", "bottom"]].set_position("zero")
    reach = np.ceil(np.max(x))
    label_line(ax, 0.42 * reach, 0.9, "σ(x)", SIGMA, va="top")
    label_line(ax, 0.2 * reach, 0.2, "σ′(x)", SLOPE)
    ax.text(reach, 0.03, "x", color=INK, ha="right", va="bottom")
    ax.set(xlim=(-reach, reach), ylim=(-0.02, 1.04), yticks=[0.5, 1])
    ax.set_xticks([-reach, -reach / 2, reach / 2, reach])
    ax.xaxis.set_major_formatter("{x:g}")
    ax.yaxis.set_major_formatter("{x:g}")
    return ax


def draw_ulp_errors(ax: Axes, x, errors) -> Axes:
    """The largest error in each unit of x, in ulp on a logarithmic axis.

    `x`: (n,) from −40 to 36, ascending; `errors`: (n,) ulp each for "usual", "by sign", "tanh".
    """
    units = np.arange(-40, 36)
    inside = [(x >= start) & (x < start + 1) for start in units]
    for name, color, style in (
        ("tanh", GREEN, "-"),
        ("by sign", PURPLE, "-"),
        ("usual", SIGMA, (0, (3, 2))),
    ):
        worst = [np.max(np.asarray(errors[name])[those]) for those in inside]
        ax.plot(units + 0.5, worst, color=color, linestyle=style)
    label_line(ax, -22, 1e10, "½(1 + tanh(x/2))", GREEN, ha="left")
    label_line(ax, 3, 1500, "1/(1 + e⁻ˣ), dashed", SIGMA, va="bottom")
    label_line(ax, 3, 30, "by the sign of x", PURPLE, va="bottom")
    ax.axhline(3, color=GREY, linewidth=1.2, linestyle=":")
    label_line(ax, 36, 3.6, "3 ulp", GREY, ha="right", va="bottom")
    ax.set(xlabel="x", xlim=(-40, 36), ylim=(0.1, 1e17), yscale="log")
    ax.set_yticks([1, 1e5, 1e10, 1e15], ["1", "10⁵", "10¹⁰", "10¹⁵"], size=POWERS)
    ax.set(ylabel="largest error (ulp)", xticks=[-40, -20, 0, 20])
    ax.minorticks_off()
    return ax


def draw_lost_digits(ax: Axes, x, errors) -> Axes:
    """How many decimal digits are right: the fewest in each half unit of x from 1 to 40.

    `x`: (n,) ascending; `errors`: (n,) relative errors each for "1 - σ(x)", "ln σ(x)",
    "logit(σ(x))" and "σ(-x)".
    """
    halves = np.arange(1, 40, 0.5)
    inside = [(x >= start) & (x < start + 0.5) for start in halves]
    for name, color, style in (
        ("σ(-x)", SIGMA, "-"),
        ("logit(σ(x))", GREEN, "-"),
        ("1 - σ(x)", ORANGE, "-"),
        ("ln σ(x)", INK, (0, (1, 1.5))),
    ):
        worst = np.array([np.max(np.asarray(errors[name])[those]) for those in inside])
        ax.plot(halves + 0.25, -np.log10(np.clip(worst, 1e-17, 1)), color=color, linestyle=style)
    label_line(ax, 20, 16.1, "σ(−x) for 1 − σ(x)", SIGMA, ha="center", va="bottom")
    label_line(ax, 17.5, 10.2, "logit(σ(x)) for x", GREEN, ha="left", va="bottom")
    label_line(ax, 13, 7.4, "1 − σ(x), and\nln σ(x), dotted", ORANGE, ha="right", va="top")
    end = 53 * np.log(2)
    ax.plot([end, end], [0, 15], color=GREY, linewidth=1.2, linestyle="--")
    label_line(ax, end - 0.4, 8, "36.74", GREY, ha="right")
    ax.set(xlabel="x", ylabel="digits that are right", xlim=(0, 40), ylim=(-0.3, 18))
    ax.set(xticks=[0, 10, 20, 30, 40], yticks=[0, 5, 10, 15])
    return ax
