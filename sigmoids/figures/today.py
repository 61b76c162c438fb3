"""The figures of the chapter on what came after LeNet."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids.figures.style import GREEN, INK, ORANGE, PURPLE, SIGMA, label_line


def draw_crowd(ax: Axes, z, copies) -> Axes:
    """Shifted copies of σ, (copies, n), and their sum, which runs beside ReLU."""
    for copy in copies:
        ax.plot(z, copy, color=SIGMA, linewidth=1, alpha=0.45)
    ax.plot(z, np.maximum(z, 0), color=GREEN, linewidth=1.6)
    ax.plot(z, np.sum(copies, axis=0), color=SIGMA, linewidth=2.6)
    label_line(ax, 1.7, 2.6, "sum of the copies", SIGMA, ha="right")
    label_line(ax, 2.6, 2.05, "ReLU", GREEN)
    label_line(ax, -3.8, 0.75, f"{len(copies)} copies of σ", SIGMA)
    ax.set(xlabel="z", xlim=(-4, 5), ylim=(-0.1, 5), yticks=[0, 1, 2, 3, 4, 5])
    ax.set_xticks([-4, -2, 0, 2, 4], ["−4", "−2", "0", "2", "4"])
    return ax


def draw_normalised(ax: Axes, norms: dict) -> Axes:
    """The gradient over the layers back from the last, by name, on a logarithmic axis."""
    styles = {
        "σ": (SIGMA, "--", (12.6, -9.6), "σ"),
        "ReLU": (GREEN, "--", (23, -5.4), "ReLU"),
        "σ, normalised": (SIGMA, "-", (29, -1.3), "σ, normalised"),
        "ReLU, normalised": (GREEN, "-", (24, 2.6), "ReLU, normalised"),
    }
    for name, (color, dashes, (x, y), text) in styles.items():
        exponents = np.round(np.log10(norms[name]), 4)
        ax.plot(np.arange(len(exponents)), exponents, color=color, linestyle=dashes)
        label_line(ax, x, y, text, color, ha="right")
    ax.set(xlabel="layers back", ylabel="gradient, 1 at the last layer")
    ax.set(xlim=(0, 29), ylim=(-19, 5), xticks=[0, 10, 20, 29])
    ax.set_yticks([0, -6, -12, -18], ["1", "10⁻⁶", "10⁻¹²", "10⁻¹⁸"])
    return ax


def draw_through_time(ax: Axes, plain, cells: dict) -> Axes:
    """The gradient over steps back in time: a plain recurrent net, LSTM cells by forget bias."""
    steps = np.arange(len(plain))
    ax.plot(steps, np.round(np.log10(plain), 4), color=PURPLE)
    places = {0: (62, -17.5, "right"), 1: (70, -9.3, "right"), 4: (70, -1.9, "left")}
    for bias, norms in cells.items():
        x, y, side = places[bias]
        ax.plot(steps, np.round(np.log10(norms), 4), color=SIGMA)
        label_line(ax, x, y, f"LSTM, b = {bias}", SIGMA, ha=side)
    label_line(ax, 74, -13.4, "plain, tanh", PURPLE)
    ax.set(xlabel="steps back in time", ylabel="gradient, 1 at the last step")
    ax.set(xlim=(0, 100), ylim=(-24, 3), xticks=[0, 25, 50, 75, 100])
    ax.set_yticks([0, -8, -16, -24], ["1", "10⁻⁸", "10⁻¹⁶", "10⁻²⁴"])
    return ax


def draw_counting(ax: Axes, copies, by_softmax, by_sigma) -> Axes:
    """What attention puts out over the number of matching positions: softmax and σ."""
    ax.plot(copies, by_softmax, "o-", color=ORANGE)
    ax.plot(copies, by_sigma, "o-", color=SIGMA)
    label_line(ax, 3.9, 4.1, "σ", SIGMA, ha="right")
    label_line(ax, 5.95, 1.25, "softmax", ORANGE, ha="right")
    label_line(ax, 0.15, 5.2, "each match has the value 1", INK)
    ax.set(xlabel="matching positions among 64", ylabel="output", xlim=(-0.1, 6.1))
    ax.set(ylim=(-0.15, 5.7), xticks=range(7), yticks=range(6))
    return ax
