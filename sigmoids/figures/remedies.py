"""The figures of the chapter on the remedies."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import GREEN, GREY, INK, ORANGE, PURPLE, SIGMA, SLOPE, label_line


def draw_activations(ax: Axes) -> Axes:
    """σ, tanh, ReLU and SiLU on common axes."""
    z = np.linspace(-6, 6, 241)
    for y, color in (
        (f.logistic(z), SIGMA),
        (np.tanh(z), PURPLE),
        (np.maximum(z, 0), GREEN),
        (z * f.logistic(z), ORANGE),
    ):
        ax.plot(z, y, color=color)
    label_line(ax, 5.9, 0.62, "σ", SIGMA, ha="right")
    label_line(ax, -5.8, -0.93, "tanh", PURPLE, va="bottom")
    label_line(ax, 1.75, 2.15, "ReLU", GREEN, ha="right")
    label_line(ax, 2.65, 2.1, "SiLU: z σ(z)", ORANGE, ha="left")
    ax.set(xlabel="z", xlim=(-6, 6), ylim=(-1.1, 3), yticks=[-1, 0, 1, 2, 3])
    ax.set_xticks([-6, -3, 0, 3, 6], ["−6", "−3", "0", "3", "6"])
    ax.set_yticks([-1, 0, 1, 2, 3], ["−1", "0", "1", "2", "3"])
    return ax


def draw_layer_factors(ax: Axes, scale, factors: dict) -> Axes:
    """What a wide layer multiplies the gradient by, over the scale g of its weights, log axes.

    `factors`: by "sigmoid", "tanh" and "relu", the factor at each scale.
    """
    colors = {"sigmoid": SLOPE, "tanh": PURPLE, "relu": GREEN}
    ax.axhspan(1, 10, color=GREY, alpha=0.15, linewidth=0)
    for name, factor in factors.items():
        ax.plot(scale, np.round(factor, 4), color=colors[name])
    for g, color in ((1, PURPLE), (np.sqrt(2), GREEN), (10.15, SLOPE)):
        ax.plot(g, 1, "o", color=color)
    label_line(ax, 0.92, 1.12, "tanh: 1", PURPLE, ha="right", va="bottom")
    label_line(ax, 3.6, 3.2, "ReLU: √2", GREEN, ha="right", va="bottom")
    label_line(ax, 9.5, 1.13, "σ: 10.15", SLOPE, ha="right", va="bottom")
    label_line(ax, 0.27, 5.6, "explodes", INK, va="top")
    label_line(ax, 24, 0.07, "vanishes", INK, ha="right")
    ax.set(xlabel="scale g of the weights (1: Xavier)", ylabel="factor per layer")
    ax.set(xscale="log", yscale="log", xlim=(0.25, 25), ylim=(0.06, 6.5))
    ax.set_xticks([0.25, 1, 4, 16], ["¼", "1", "4", "16"])
    ax.set_yticks([0.1, 0.25, 1, 4], ["0.1", "0.25", "1", "4"])
    ax.minorticks_off()
    return ax


def draw_memory(ax: Axes, biases=(0, 2, 4, 6)) -> Axes:
    """What is left of a gated memory, and of its gradient, after t steps with the gate σ(b)."""
    t = np.geomspace(1, 1000, 200)
    for b in biases:
        ax.plot(t, f.logistic(b) ** t, color=SIGMA)
        label_line(ax, 1.1 * np.log(0.36) / f.log_logistic(b), 0.36, f"b = {b}", SIGMA)
    ax.set(xlabel="steps t", ylabel="what is left: σ(b) to the t", xscale="log")
    ax.set(xlim=(1, 1000), ylim=(0, 1), yticks=[0, 0.5, 1])
    ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    ax.yaxis.set_major_formatter("{x:g}")
    ax.minorticks_off()
    return ax
