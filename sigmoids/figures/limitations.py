"""The figures of the chapter on the limitations."""

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


def draw_escape(ax: Axes, *, squared: dict, log: dict) -> Axes:
    """A saturated unit's output while it learns the target 1, over the steps of descent, log axis.

    `squared`, `log`: under that loss, the outputs after 0, 1, 2, … steps by the starting sum z.
    """
    for paths, color in ((squared, PURPLE), (log, GREEN)):
        for path in paths.values():
            steps = np.unique(np.geomspace(1, len(path) - 1, 120).astype(int))
            ax.plot(steps, np.asarray(path)[steps], color=color)
    last = min(squared)
    for start, path in squared.items():
        half = np.argmax(np.asarray(path) > 0.5)
        beside = {"va": "center", "rotation": 90} if start == last else {"va": "center"}
        text = f"squared error, from −{-start:g}" if start == last else f"−{-start:g}"
        side = (
            {"x": 1.35 * half, "ha": "left"} if start == last else {"x": 0.8 * half, "ha": "right"}
        )
        label_line(ax, y=0.53, text=text, color=PURPLE, **beside, **side)
    label_line(ax, 1.2, 0.78, "log-loss,\nfrom −8", GREEN, ha="left", va="center")
    ax.set(xlabel="step", ylabel="output σ(z)", xscale="log", xlim=(1, 3e4), ylim=(0, 1))
    ax.set_xticks([1, 10, 100, 1000, 10_000], ["1", "10", "100", "1000", "10,000"])
    ax.set_yticks([0, 0.5, 1])
    ax.yaxis.set_major_formatter("{x:g}")
    ax.minorticks_off()
    return ax


def draw_layer_factor(ax: Axes, scale, factor, *, nets) -> Axes:
    """What a wide layer of sigmoid units multiplies the gradient by, over the scale g of weights.

    `scale`, `factor`: the curve; `nets`: pairs (scale, factor) measured in nets.
    """
    scale = np.asarray(scale)
    ax.axhspan(1, 1.4, color=GREY, alpha=0.15, linewidth=0)
    ax.plot(scale, scale / 4, color=GREY, linewidth=1.2, linestyle=":")
    limit = np.sqrt(scale / (6 * np.sqrt(np.pi)))
    ax.plot(scale, limit, color=GREY, linewidth=1.2, linestyle="--")
    ax.plot(scale, factor, color=SLOPE)
    ax.plot(*np.round(np.transpose(nets), 3), "o", color=INK, markersize=4)
    label_line(ax, 0.3, 1.34, "explodes", INK, va="top")
    label_line(ax, 15.7, 0.08, "vanishes", INK, ha="right")
    label_line(ax, 2.1, 0.75, "g/4", INK, ha="right")
    label_line(ax, 4.6, 0.45, "g √E[σ′(z)²]", SLOPE)
    label_line(ax, 4.6, 0.34, "dots: nets", INK)
    label_line(ax, 9.4, 0.76, "dashed: √(g/10.6)", INK)
    ax.set(xlabel="scale g of the weights (1: Xavier)", ylabel="factor per layer")
    ax.set(xlim=(0, 16), ylim=(0, 1.4), xticks=[0, 1, 4, 8, 12, 16], yticks=[0, 0.5, 1])
    return ax


def draw_explosion_window(ax: Axes) -> Axes:
    """The width of the interval of inputs a with |w σ′(wa + b)| > 1, over the weight w."""
    w = np.concatenate([4 + np.geomspace(1e-4, 1, 60), np.linspace(5.05, 30, 200)])
    width = 2 * f.logit((1 + np.sqrt(1 - 4 / w)) / 2) / w
    ax.plot(w, width, color=SLOPE)
    ax.plot([0, 4], [0, 0], color=SLOPE, linewidth=3)
    top = np.argmax(width)
    ax.plot(w[top], width[top], "o", color=SLOPE)
    label_line(ax, w[top] + 0.6, 0.455, "0.448 at w = 6.89", SLOPE, va="bottom")
    label_line(ax, 0.3, 0.03, "none", SLOPE, va="bottom")
    label_line(ax, 19.5, 0.335, "2 ln(w)/w", INK)
    far = w[w > 14]
    ax.plot(far, 2 * np.log(far) / far, color=GREY, linewidth=1.2, linestyle="--")
    ax.set(xlabel="weight w", ylabel="width of the window in a")
    ax.set(xlim=(0, 30), ylim=(-0.01, 0.55), xticks=[0, 4, 10, 20, 30], yticks=[0, 0.2, 0.4])
    return ax


def draw_conditioning(ax: Axes, inputs, *, raw, centred) -> Axes:
    """Largest over smallest curvature, over the number of inputs: outputs of σ, and centred."""
    for ratio, color, text in (
        (raw, SIGMA, "outputs of σ"),
        (centred, ORANGE, "the same, centred"),
    ):
        ax.plot(inputs, np.round(ratio, 2), "o-", color=color, markersize=5)
        ha, x, y = ("right", 60, 3000) if ratio is raw else ("left", 12, 2.6)
        label_line(ax, x, y, text, color, ha=ha, va="center")
    ax.set(xlabel="number of inputs", ylabel="largest / smallest curvature")
    ax.set(xscale="log", yscale="log", xlim=(1.7, 620), ylim=(1, 3e4))
    ax.set_xticks(inputs, [str(n) for n in inputs])
    ax.set_yticks([1, 10, 100, 1e3, 1e4], ["1", "10", "100", "1000", "10⁴"], size=POWERS)
    ax.minorticks_off()
    return ax
