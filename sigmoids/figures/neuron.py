"""The figures of the chapter on the neuron."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch

from sigmoids import functions as f
from sigmoids.figures.style import (
    GREEN,
    GREY,
    INK,
    PURPLE,
    SIGMA,
    label_line,
)

ARROW = {"arrowstyle": "-|>", "mutation_scale": 12, "color": INK, "linewidth": 1.4, "zorder": 2}
NODE = {"facecolor": "white", "edgecolor": INK, "linewidth": 1.4, "zorder": 3}


def draw_unit(ax: Axes) -> Axes:
    """A sigmoid unit: two inputs and a constant 1, their weights, the sum z, σ, and the output."""
    middle = {"ha": "center", "va": "center", "zorder": 4}
    rows = ((4.6, "x₁", "w₁", 0.42), (2.6, "x₂", "w₂", 0.36), (0.6, "1", "b", -0.44))
    for y, name, weight, lift in rows:
        far = np.hypot(3.2, 2.6 - y)
        rim = 4.2 - 0.62 * 3.2 / far, 2.6 - 0.62 * (2.6 - y) / far
        ax.add_patch(FancyArrowPatch((1, y), rim, shrinkA=0, shrinkB=0, **ARROW))
        ax.add_patch(Circle((1, y), 0.5, **NODE))
        label_line(ax, 1, y, name, INK, **middle)
        label_line(ax, 2.35, y + 0.42 * (2.6 - y) + lift, weight, INK, **middle)
    for tail, head in (((4.82, 2.6), (6.13, 2.6)), ((7.57, 2.6), (8.6, 2.6))):
        ax.add_patch(FancyArrowPatch(tail, head, shrinkA=0, shrinkB=0, **ARROW))
    ax.add_patch(Circle((4.2, 2.6), 0.62, **NODE))
    ax.add_patch(Circle((6.85, 2.6), 0.72, **NODE))
    label_line(ax, 4.2, 2.6, "Σ", INK, size=16, **middle)
    z = np.linspace(-6, 6, 61)
    ax.plot(6.85 + z / 12, 2.2 + 0.8 * f.logistic(z), color=SIGMA, zorder=4)
    label_line(ax, 5.45, 2.87, "z", INK, ha="center")
    label_line(ax, 8.72, 2.6, "a = σ(z)", SIGMA, ha="left", va="center")
    label_line(ax, 4.3, 0.95, "z = w₁x₁ + w₂x₂ + b", INK, ha="left")
    for x, words in ((1, "inputs"), (4.2, "sum"), (6.85, "curve"), (9.5, "output")):
        label_line(ax, x, 5.55, words, GREY, ha="center")
    ax.set(xlim=(0.1, 10.6), ylim=(-0.1, 6.1), aspect="equal")
    ax.axis("off")
    return ax


def draw_xor_on_a_line(ax: Axes) -> Axes:
    """The four corners at their sum x₁ + x₂, a steep σ that must not fall, and a sine that may."""
    s = np.linspace(-0.35, 2.35, 271)
    ax.plot(s, f.logistic(12 * (s - 0.5)), color=SIGMA)
    ax.plot(s, np.sin(np.pi / 2 * s), color=PURPLE)
    for total, target in ((0, 0), (1, 1), (2, 0)):
        face = INK if target else "white"
        ax.plot(total, target, "o", markerfacecolor=face, markeredgecolor=INK, markersize=10)
    label_line(ax, 0.08, -0.17, "(0, 0): 0", INK)
    label_line(ax, 1, 1.1, "(0, 1) and (1, 0): 1", INK, ha="center")
    label_line(ax, 1.92, -0.17, "(1, 1): 0", INK, ha="right")
    label_line(ax, 2.33, 0.9, "σ never falls", SIGMA, ha="right")
    label_line(ax, 1.72, 0.66, "sin(πz/2)\nfalls again", PURPLE, va="center")
    ax.set(xlabel="z = x₁ + x₂", ylabel="output", xlim=(-0.35, 2.35), ylim=(-0.42, 1.3))
    ax.set(xticks=[0, 1, 2], yticks=[0, 0.5, 1])
    return ax


def draw_spikes(ax: Axes, rows: dict, *, tau: float, pause: float, until: float) -> Axes:
    """Membrane potential of a leaky integrate-and-fire cell over time (s), one row an input.

    `rows`: input in units of the threshold -> label; `tau` and `pause`: seconds.
    """
    middles = {}
    for row, (drive, label) in enumerate(reversed(rows.items())):
        base = 1.9 * row
        middles[base + 0.5] = label
        ax.plot([0, until * 1e3], [base + 1, base + 1], color=GREY, linewidth=1, linestyle=":")
        rise = tau * np.log(drive / (drive - 1)) if drive > 1 else np.inf
        start = 0.0
        while start < until:
            end = min(start + rise, until)
            t = np.linspace(start, end, 25)
            v = base + drive * (1 - np.exp(-(t - start) / tau))
            if fires := start + rise < until:
                t = [*t, end, end, min(end + pause, until)]
                v = [*v, base + 1.55, base, base]
            ax.plot(np.asarray(t) * 1e3, v, color=GREEN, linewidth=1.6, solid_joinstyle="miter")
            start = end + pause if fires else until
    label_line(ax, until * 1e3, base + 1.13, "dotted: threshold", GREY, ha="right")
    ax.set(xlabel="time (ms)", xlim=(0, until * 1e3), ylim=(-0.15, base + 1.75))
    ax.set_yticks(list(middles), middles.values())
    ax.tick_params(left=False)
    return ax


def draw_firing_rate(ax: Axes, drive, *, noisy, silent, fitted, ceiling: float) -> Axes:
    """Firing rate (1/s) over input: without noise, with noise, and the logistic nearest to it."""
    ax.axhline(ceiling, color=GREY, linewidth=1.2, linestyle="--")
    ax.plot(drive, fitted, color=SIGMA, linewidth=1.6, linestyle=(0, (4, 2)))
    ax.plot(drive, noisy, color=GREEN, linewidth=3)
    ax.plot(drive, silent, color=INK, linewidth=1.4)
    label_line(ax, 1.12, 4, "threshold", INK)
    label_line(ax, drive[0] + 0.1, ceiling + 4, f"ceiling 1/pause = {ceiling:.0f}", GREY)
    low, high = drive[0], drive[-1]
    label_line(ax, low + 0.1, 112, "dashed: the\nnearest logistic", SIGMA)
    label_line(ax, low + 0.1, 78, "green: with noise", GREEN)
    label_line(ax, low + 0.1, 60, "black: without", INK)
    ax.set(xlabel="input, in units of the threshold", ylabel="firing rate (1/s)")
    ax.set(xlim=(low, high), ylim=(0, 225), yticks=[0, 50, 100, 150, 200])
    return ax
