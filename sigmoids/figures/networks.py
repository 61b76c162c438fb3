"""The figures of the chapter on networks."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids.figures.style import GREEN, GREY, INK, ORANGE, POWERS, PURPLE, SIGMA, SKY, label_line

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))


def draw_two_lines(ax: Axes) -> Axes:
    """XOR in the plane of inputs: the lines of OR and AND, and the band between them."""
    x = np.array([-0.4, 1.5])
    ax.fill_between(x, 0.5 - x, 1.5 - x, color=SIGMA, alpha=0.15, linewidth=0)
    ax.plot(x, 0.5 - x, color=GREEN)
    ax.plot(x, 1.5 - x, color=PURPLE)
    for corner in CORNERS:
        _dot(ax, corner, target=corner[0] != corner[1])
    label_line(ax, -0.35, 0.3, "OR", GREEN)
    label_line(ax, 1.45, 0.5, "AND", PURPLE, ha="right")
    ax.set(xlabel="x₁", ylabel="x₂", xlim=(-0.4, 1.5), ylim=(-0.4, 1.5), aspect="equal")
    ax.set(xticks=[0, 1], yticks=[0, 1])
    return ax


def draw_hidden_plane(ax: Axes, hidden, *, weights) -> Axes:
    """The corners where the hidden units put them, (4, 2), and the output unit's line.

    `weights`: v₁, v₂, b₃ of the output unit.
    """
    v1, v2, b = weights
    x = np.array([-0.4, 1.5])
    y = -(v1 * x + b) / v2
    ax.fill_between(x, -1, y, color=SIGMA, alpha=0.15, linewidth=0)
    ax.plot(x, y, color=SIGMA)
    for place, corner in zip(hidden, CORNERS, strict=True):
        _dot(ax, place, target=corner[0] != corner[1])
    label_line(ax, -0.05, 0.13, "(0, 0)", INK)
    label_line(ax, 1.05, 1.13, "(1, 1)", INK, ha="center")
    label_line(ax, 0.99, -0.27, "(0, 1), (1, 0)", INK, ha="center")
    ax.set(xlabel="h₁ (OR)", ylabel="h₂ (AND)", xlim=(-0.4, 1.5), ylim=(-0.4, 1.5), aspect="equal")
    ax.set(xticks=[0, 1], yticks=[0, 1])
    return ax


def _dot(ax: Axes, place, *, target: bool) -> None:
    style = {"markerfacecolor": INK if target else "white", "markeredgecolor": INK}
    ax.plot(*place, "o", markersize=10, clip_on=False, zorder=4, **style)


def draw_xor_losses(ax: Axes, steps, losses: dict) -> Axes:
    """The loss over the steps of descent from four starts (1, 6, 13, 15) of the XOR net."""
    for height in (1 / 4, 1 / 3):
        ax.axhline(height, color=GREY, linewidth=1, linestyle=":")
    for start, color in ((1, ORANGE), (6, PURPLE), (13, GREEN), (15, SIGMA)):
        ax.plot(steps, losses[start], color=color)
    label_line(ax, 200, 0.06, "start 15", SIGMA)
    label_line(ax, 880, 0.06, "start 13", GREEN, ha="right")
    label_line(ax, 300, 0.185, "start 1: stays at 1/4", ORANGE)
    label_line(ax, 990, 0.37, "start 6: stays at 1/3", PURPLE, ha="right")
    ax.set(xlabel="steps of gradient descent", ylabel="loss C", xlim=(0, 1000), ylim=(0, 0.8))
    ax.set(xticks=[0, 250, 500, 750, 1000], yticks=[0, 0.2, 0.4, 0.6, 0.8])
    return ax


def draw_confidence(ax: Axes, factor, log_loss, *, accuracy: float) -> Axes:
    """Log-loss and accuracy of right scores that are multiplied by a factor, on a log axis."""
    ax.plot(factor, log_loss, color=PURPLE, linewidth=2.4)
    ax.plot(factor, np.full_like(factor, accuracy), color=INK)
    ax.axvline(1, color=GREY, linewidth=1, linestyle=":")
    label_line(ax, 0.105, accuracy + 0.05, f"accuracy {accuracy:.3f}", INK)
    label_line(ax, 4.2, 1.2, "log-loss", PURPLE, ha="right")
    label_line(ax, 1.06, 0.12, "right scores", GREY)
    ax.set(xlabel="scores multiplied by", xlim=(0.1, 10), ylim=(0, 2), xscale="log")
    ax.set_yticks([0, 0.5, 1, 1.5, 2])
    ax.set_xticks([0.1, 0.3, 1, 3, 10], ["0.1", "0.3", "1", "3", "10"])
    ax.minorticks_off()
    return ax


def draw_bump_errors(ax: Axes, n, *, steeper, fixed, bound) -> Axes:
    """The largest error of n bumps: steepness growing with n, steepness 60, and the bound."""
    ax.plot(n, bound, color=GREY, linewidth=1.4, linestyle="--")
    ax.plot(n, fixed, "o-", color=ORANGE, markersize=5)
    ax.plot(n, steeper, "o-", color=SIGMA, markersize=5)
    label_line(ax, n[1] * 1.15, bound[1], "bound L/n", GREY)
    label_line(ax, n[-1] * 1.12, fixed[-1], "k = 60", ORANGE, va="center")
    label_line(ax, n[-1] * 1.12, steeper[-1], "k = 10n", SIGMA, va="center")
    ax.set(xlabel="bumps n", ylabel="largest error", xscale="log", yscale="log")
    ax.set(xlim=(n[0] / 1.1, n[-1] * 2.1), ylim=(0.02, 2.5))
    ax.set_xticks(n, [str(v) for v in n])
    ax.set_yticks([0.03, 0.1, 0.3, 1], ["0.03", "0.1", "0.3", "1"])
    ax.minorticks_off()
    return ax


def draw_layer_spread(ax: Axes, spread: dict) -> Axes:
    """How far outputs scatter over the examples, layer by layer: `spread` by curve, (layers,)."""
    for (name, values), color in zip(spread.items(), (SIGMA, SKY), strict=True):
        layers = np.arange(1, len(values) + 1)
        ax.plot(layers, values, "o-", color=color, markersize=5)
        middle = len(values) // 2
        label_line(ax, layers[middle] + 0.2, values[middle] * 1.5, name, color)
    ax.set(xlabel="layer", ylabel="spread of a unit's outputs", yscale="log", ylim=(1e-7, 3))
    powers = ["10⁻⁶", "10⁻⁴", "10⁻²", "1"]
    ax.set_yticks([1e-6, 1e-4, 1e-2, 1], powers, size=POWERS)
    ax.set_xticks(layers)
    ax.minorticks_off()
    return ax
