"""The figures of the chapter on the myths."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import GREY, INK, ORANGE, PURPLE, SIGMA, label_line


def draw_claimed_shares(ax: Axes, share, *, prior: float) -> Axes:
    """How often "more than 90%" came true, one value from 0 to 1 a unit, over what was claimed.

    `prior`: the share among all cases.
    """
    counts, edges = np.histogram(share, bins=20, range=(0, 1))
    top = 1.3 * counts.max()
    ax.axvspan(0.9, 1, color=ORANGE, alpha=0.3, linewidth=0)
    ax.stairs(counts, edges, fill=True, color=GREY, alpha=0.45)
    ax.axvline(prior, color=INK, linewidth=1.2, linestyle="--")
    label_line(ax, prior + 0.015, 0.97 * top, f"{prior:.0%} of all", INK, va="top")
    label_line(ax, 0.885, 0.83 * top, "what each unit\nclaims", ORANGE, ha="right", va="center")
    ax.set(xlim=(0, 1), ylim=(0, top), xticks=[0, 0.25, 0.5, 0.75, 1])
    ax.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    ax.set(xlabel="malignant among those called so", ylabel="units")
    return ax


def draw_parity(ax: Axes, bits: int) -> Axes:
    """Parity over the number of ones, the cosine through all its points, and σ, rising once."""
    ones = np.arange(bits + 1)
    s = np.linspace(0, bits, 40 * bits + 1)
    ax.axhline(0.5, color=GREY, linewidth=1, linestyle=":")
    ax.plot(s, (1 - np.cos(np.pi * s)) / 2, color=PURPLE)
    ax.plot(s, f.logistic(6 * (s - 0.5)), color=SIGMA)
    ax.plot(ones, ones % 2, "o", color=INK, clip_on=False, zorder=3)
    label_line(ax, bits, 1.06, "σ, once across ½", SIGMA, ha="right", va="bottom")
    label_line(ax, 0, 1.06, "(1 − cos πs)/2", PURPLE, ha="left", va="bottom")
    ax.set(xlim=(0, bits), ylim=(0, 1.2), yticks=[0, 0.5, 1])
    ax.set(xticks=range(0, bits + 1, 2), xlabel="s, number of ones", ylabel="output")
    return ax


def draw_pulls(ax: Axes, pulls) -> Axes:
    """Two examples' pulls on two weights, (2, 2), and their mean; common signs are shaded."""
    reach = 0.55
    for low, high in ((0, reach), (-reach, 0)):
        ax.fill_between([low, high], low, high, color=GREY, alpha=0.15, linewidth=0)
    for text, pull, color in (
        ("example 1", pulls[0], INK),
        ("example 2", pulls[1], INK),
        ("their mean", np.mean(pulls, axis=0), PURPLE),
    ):
        arrow = {"color": color, "arrowstyle": "-|>", "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", xy=pull, xytext=(0, 0), arrowprops=arrow)
        below = pull[1] < 0
        place = {"ha": "center", "va": "top" if below else "bottom"}
        label_line(ax, pull[0], pull[1] - 0.02 if below else pull[1] + 0.02, text, color, **place)
    label_line(ax, reach - 0.02, reach - 0.02, "both weights up", INK, ha="right", va="top")
    label_line(ax, 0.02 - reach, 0.02 - reach, "both down", INK, ha="left", va="bottom")
    ax.plot(0, 0, "o", color=INK)
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    ax.set(xlabel="pull on w₁", ylabel="pull on w₂", xticks=[-0.4, 0, 0.4], yticks=[-0.4, 0, 0.4])
    return ax
