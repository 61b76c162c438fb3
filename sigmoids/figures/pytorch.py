"""The figures of the chapter on PyTorch. They take their numbers, so none needs PyTorch."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import (
    GREEN,
    GREY,
    ORANGE,
    POWERS,
    PURPLE,
    SIGMA,
    SLOPE,
    label_line,
)


def draw_extreme_losses(ax: Axes, z, *, label_0, label_1) -> Axes:
    """The log-loss of a logit, exact and by way of a rounded σ, for both labels.

    `z`: (n,) logits. `label_0` and `label_1`: (n,), the losses of the rounded way.
    """
    ax.plot(z, f.softplus(z), color=GREY, linewidth=1.4, linestyle="--")
    ax.plot(z, f.softplus(-np.asarray(z)), color=GREY, linewidth=1.4, linestyle="--")
    ax.plot(z, label_0, color=ORANGE)
    ax.plot(z, label_1, color=PURPLE)
    label_line(ax, 98, 103, "y = 0: 100 from 16.64 on", ORANGE, ha="right", va="bottom")
    label_line(ax, -122, 62, "y = 1: 100\nbelow −88.7", PURPLE, ha="left", va="top")
    label_line(ax, 97, 78, "exact", GREY, ha="left", va="top")
    ax.set(ylabel="log-loss", xlim=(-125, 125), ylim=(-4, 118), yticks=[0, 50, 100])
    ax.set_xticks([-100, -50, 0, 50, 100], ["−100", "−50", "0", "50", "100"])
    return ax


def draw_extreme_gradients(ax: Axes, z, *, label_0, label_1) -> Axes:
    """The loss's derivative by the logit by way of a rounded σ, for both labels; exact, dashed.

    `z`: (n,) logits. `label_0` and `label_1`: (n,), the derivatives of the rounded way.
    """
    z = np.asarray(z)
    ax.plot(z, f.logistic(z), color=GREY, linewidth=1.4, linestyle="--")
    ax.plot(z, -f.logistic(-z), color=GREY, linewidth=1.4, linestyle="--")
    ax.plot(z, label_0, color=ORANGE)
    ax.plot(z, label_1, color=PURPLE)
    label_line(ax, 22, 0.5, "y = 0: gone\nfrom 16.64 on", ORANGE, ha="left", va="center")
    label_line(ax, -33, -0.5, "y = 1: fades\nbelow −27.6", PURPLE, ha="right", va="center")
    label_line(ax, 122, 0.93, "exact", GREY, ha="right", va="top")
    ax.set(xlabel="logit z", ylabel="∂ loss/∂z", xlim=(-125, 125), ylim=(-1.12, 1.12))
    ax.set_yticks([-1, 0, 1], ["−1", "0", "1"])
    ax.set_xticks([-100, -50, 0, 50, 100], ["−100", "−50", "0", "50", "100"])
    return ax


def draw_half_precision(ax: Axes, *, bfloat16, float16) -> Axes:
    """The right end of σ as two 16-bit formats have it.

    `bfloat16` and `float16`: pairs (x, σ), each (n,), x in order.
    """
    for (x, s), color in ((bfloat16, PURPLE), (float16, GREEN)):
        ax.plot(x, s, color=color, linewidth=1.6, drawstyle="steps-mid")
    x = np.linspace(3, 10, 351)
    ax.plot(x, f.logistic(x), color=SIGMA, linewidth=1.2)
    label_line(ax, 6.3, 1.0012, "bfloat16: 1\nfrom 6.25 on", PURPLE, ha="center", va="bottom")
    label_line(ax, 8.4, 1.0012, "float16: 1\nfrom 8.32 on", GREEN, ha="center", va="bottom")
    label_line(ax, 5.4, 0.9935, "float16 and σ(x)", SIGMA, ha="left", va="top")
    ax.set(xlabel="x", xlim=(3.4, 9.6), ylim=(0.968, 1.0085))
    ax.set(xticks=[4, 5, 6, 7, 8, 9], yticks=[0.97, 0.98, 0.99, 1])
    return ax


def draw_rounded_slope(ax: Axes, x, slope) -> Axes:
    """σ′ as s(1 − s) from a stored bfloat16 output s, on a logarithmic axis, and exact.

    `x` and `slope`: (n,), x in order; where the slope is 0 nothing is drawn.
    """
    x, slope = np.asarray(x), np.asarray(slope)
    seen = slope > 0
    ax.plot(x[seen], slope[seen], color=SLOPE, linewidth=1.8, drawstyle="steps-mid")
    exact = np.linspace(-10, 10, 401)
    ax.plot(exact, f.logistic_slope(exact), color=GREY, linewidth=1.2, linestyle="--")
    label_line(ax, 6.6, 4.4e-3, "0 from\n6.25 on", SLOPE, ha="left", va="center")
    label_line(ax, 9.2, 3e-4, "σ′(x)", GREY, ha="left", va="bottom")
    label_line(ax, -5.2, 2e-2, "s(1 − s)", SLOPE, ha="right", va="bottom")
    ax.set(xlabel="x", xlim=(-10, 10.6), ylim=(3e-5, 0.6), yscale="log")
    ax.set_yticks([1e-4, 1e-3, 1e-2, 1e-1], ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"], size=POWERS)
    ax.set_xticks([-10, -5, 0, 5, 10], ["−10", "−5", "0", "5", "10"])
    ax.minorticks_off()
    return ax
