"""The figures of the chapter on the formula."""

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import (
    DATA,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PURPLE,
    SIGMA,
    SKY,
    SLOPE,
    label_line,
)


def draw_logistic_and_slope(ax: Axes, *, reach: float = 8.0) -> Axes:
    """σ and σ′ on [−reach, reach], labelled on the curves."""
    x = np.linspace(-reach, reach, 401)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(x, f.logistic_slope(x), color=SLOPE)
    label_line(ax, reach * 0.4, 0.86, "σ(x)", SIGMA, ha="left", va="top")
    label_line(ax, reach * 0.22, 0.16, "σ′(x)", SLOPE, ha="left")
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(-0.02, 1.02), yticks=[0, 0.25, 0.5, 0.75, 1])
    ax.yaxis.set_major_formatter("{x:g}")
    return ax


def draw_growth(ax: Axes, t, p, *, K: float, r: float, t0: float) -> Axes:
    """Counts `p` at times `t` as dots, the logistic K·σ(r(t − t₀)) as a line, K as its ceiling."""
    span = np.ptp(t)
    grid = np.linspace(min(t) - 2 * span, max(t) + 3 * span, 600)
    curve = f.logistic_curve(grid, ceiling=K, steepness=r, midpoint=t0)
    ax.axhline(K, color=GREY, linewidth=1.2, linestyle="--")
    ax.plot(grid, curve, color=SIGMA)
    ax.plot(t, p, "o", color=DATA, markersize=5)
    return ax


def draw_growth_log_odds(ax: Axes, t, p, *, K: float, r: float, t0: float) -> Axes:
    """Counts `p` at times `t` as log-odds ln(p/(K − p)); the logistic is the line r(t − t₀)."""
    ends = np.array([min(t), max(t)])
    ax.plot(ends, r * (ends - t0), color=SIGMA)
    ax.plot(t, f.logit(np.asarray(p) / K), "o", color=DATA, markersize=5)
    ax.axhline(0, color=GREY, linewidth=1.2, linestyle="--")
    label_line(ax, max(t), -0.15, "half full", GREY, ha="right", va="top")
    ax.set(ylabel="ln(P/(K − P))")
    return ax


def draw_switch(ax: Axes, *, temperatures=(2, 1, 0.4, 0.1)) -> Axes:
    """σ(x/T) for falling T, darker as it cools, and its limit: a step with the value ½ at 0."""
    x = np.linspace(-4, 4, 801)
    for ends, height in (([-4, 0], 0), ([0, 4], 1)):
        ax.plot(ends, [height, height], color=INK, linewidth=1.2, linestyle="--")
    blue = np.array(mpl.colors.to_rgb(SIGMA))
    for T, light in zip(temperatures, np.linspace(0.55, -0.45, len(temperatures)), strict=True):
        color = tuple(blue + (1 - blue) * light if light > 0 else blue * (1 + light))
        ax.plot(x, f.logistic(x / T), color=color)
        side = -1 if T == min(temperatures) else 1  # the steepest is labelled on its free side
        align = {"ha": "right" if side < 0 else "left", "va": "center"}
        height = 0.74 if T == max(temperatures) else 0.84
        between = min(temperatures) < T < max(temperatures)  # no room for more than the number
        text = f"{T:g}" if between else f"T = {T:g}"
        label_line(ax, T * f.logit(height) + side * 0.15, height - 0.02, text, color, **align)
    ax.plot([0, 0], [0, 1], "o", color=INK, markerfacecolor="white", markersize=5, clip_on=False)
    ax.plot(0, 0.5, "o", color=INK, markersize=5)
    label_line(ax, -0.15, 0.99, "the step", INK, ha="right", va="center")
    ax.set(xlabel="x", ylabel="σ(x/T)", xlim=(-4, 4), ylim=(-0.03, 1.03), yticks=[0, 0.5, 1])
    return ax


# One colour for each of functions.FAMILY; tanh is a logistic curve and takes its colour.
FAMILY_COLORS = {
    "erf": GREEN,
    "tanh": SIGMA,
    "gudermannian": PURPLE,
    "algebraic": ORANGE,
    "arctan": SKY,
    "softsign": GREY,
}


def draw_family(ax: Axes, *, reach: float = 5.0) -> Axes:
    """The six members of `functions.FAMILY`, all onto (−1, 1) with slope 1 at 0."""
    x = np.linspace(-reach, reach, 401)
    for name, member in f.FAMILY.items():
        ax.plot(x, member.function(x), color=FAMILY_COLORS[name])
    heights = {"erf": 0.96, "tanh": 0.8, "gudermannian": 0.64}
    for name, height in heights.items():  # too close to one another for a label on the curve
        color, end = FAMILY_COLORS[name], float(f.FAMILY[name].function(1.3))
        label_line(ax, -0.85, height, f.FAMILY[name].label, color, ha="right", va="center")
        ax.plot([-0.75, 1.3], [height, end], color=color, linewidth=1.2)
        ax.plot(1.3, end, "o", color=color, markersize=4)
    for name, y in {"algebraic": 1.04, "arctan": 0.92, "softsign": 0.8}.items():
        label_line(ax, reach + 0.1, y, f.FAMILY[name].label, FAMILY_COLORS[name], va="center")
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(-1.03, 1.03), yticks=[-1, -0.5, 0, 0.5, 1])
    return ax


def draw_family_tails(ax: Axes, *, unit: dict[str, float], mark: float = 3.0) -> Axes:
    """What each member of `functions.FAMILY` lacks to 1, x in `unit[name]`, log axis; dots at 3."""
    x, free = np.linspace(0, 6, 301), np.inf
    for name in reversed(f.FAMILY):  # from the heaviest tail down, so that labels stay apart
        member = f.FAMILY[name]
        color, left = FAMILY_COLORS[name], member.tail(x * unit[name])
        ax.plot(x, left, color=color)
        at = float(member.tail(mark * unit[name]))
        ax.plot(mark, at, "o", color=color, markersize=5)
        inside = left[-1] >= 1e-5
        place = (6.12, min(left[-1], free)) if inside else (x[left >= 1e-5][-1] + 0.1, 1.6e-5)
        free = 0.42 * place[1]
        label_line(ax, *place, member.label, color, va="center")
    ax.axvline(mark, color=GREY, linewidth=1.2, linestyle="--", zorder=0)
    ax.set(yscale="log", xlim=(0, 6), ylim=(1e-5, 1.2), yticks=[1e-5, 1e-4, 1e-3, 0.01, 0.1, 1])
    ax.set_yticklabels(["0.00001", "0.0001", "0.001", "0.01", "0.1", "1"])
    ax.minorticks_off()
    return ax


def draw_gompertz(ax: Axes) -> Axes:
    """Gompertz's curve, its half turn about its inflection at height 1/e, and σ beside them."""
    x = np.linspace(-5, 7, 481)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(x, 2 / np.e - f.gompertz(-x), color=GREY, linestyle="--", linewidth=1.4)
    ax.plot(x, f.gompertz(x), color=INK)
    ax.plot(0, 0.5, "o", color=SIGMA)
    ax.plot(0, 1 / np.e, "o", color=INK)
    label_line(ax, -1.3, 0.3, "σ", SIGMA, ha="right")
    label_line(ax, 2.05, 0.83, "Gompertz", INK, va="top")
    label_line(ax, 7, 0.695, "Gompertz turned\nhalf round its dot", GREY, ha="right", va="top")
    ax.set(xlabel="x", xlim=(-5, 7), ylim=(-0.03, 1.03), yticks=[0, 1 / np.e, 0.5, 1])
    ax.set_yticklabels(["0", "1/e", "1/2", "1"])
    return ax
