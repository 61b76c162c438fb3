"""The figures of the chapter on the rediscovery of the logistic."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids.figures.style import (
    DATA,
    GREEN,
    GREY,
    INK,
    PURPLE,
    SIGMA,
    SKY,
    VERMILION,
    label_line,
)


def draw_census(ax: Axes, t, p, curve, *, fitted: float = 1910) -> Axes:
    """Counts in millions, hollow after the year `fitted`, and a curve, a function of the year."""
    t, p = np.asarray(t), np.asarray(p)
    grid = np.linspace(1780, 2030, 501)
    known = t <= fitted
    ax.axhline(curve.K, color=GREY, linewidth=1.2, linestyle="--")
    ax.vlines(t[~known], p[~known], curve(t[~known]), color=VERMILION, linewidth=1.5)
    ax.plot(grid, curve(grid), color=SIGMA)
    ax.plot(curve.t0, curve.K / 2, "o", color=SIGMA, markersize=9)
    ax.plot(t[known], p[known], "o", color=DATA, markersize=5)
    ax.plot(t[~known], p[~known], "o", color=DATA, markerfacecolor="white", markersize=5.5)
    label_line(ax, 1784, curve.K + 6, f"capacity {curve.K:.1f}", GREY)
    label_line(ax, curve.t0 + 5, curve.K / 2 - 4, f"half of it in {curve.t0:.0f}", SIGMA, va="top")
    label_line(ax, 1976, 262, "counted since", INK, ha="right", va="center")
    label_line(ax, 1840, 62, "counts they had", INK, ha="center")
    ax.set(xlabel="year", ylabel="millions of persons", xlim=(1780, 2030), ylim=(0, 345))
    ax.set(xticks=[1800, 1850, 1900, 1950, 2000], yticks=[0, 100, 200, 300])
    return ax


def draw_capacity_ranges(ax: Axes, t, p, best, low, high, *, top: float) -> Axes:
    """Capacity from the counts up to each time, with its 95% range, and the counts themselves.

    `t`, `p`: all counts; `best`, `low`, `high`: capacities from the first n counts, for the last
    len(best) times; ∞ is drawn as a bar that runs out of the frame. The axis is logarithmic.
    """
    t, p = np.asarray(t), np.asarray(p)
    last = t[len(t) - len(best) :]
    width = 0.5 * (t[1] - t[0])
    seen = np.minimum(high, 2 * top)
    ax.bar(last, seen - low, width, bottom=low, color=SKY, alpha=0.55)
    inside = np.asarray(best) < top
    ax.plot(last[inside], np.asarray(best)[inside], "o", color=SIGMA, markersize=5.5)
    ax.plot(t, p, color=DATA, linewidth=1.2, linestyle=":")
    ax.plot(t, p, "o", color=DATA, markersize=3)
    middle = len(t) // 2
    label_line(ax, t[middle], 0.6 * p[middle], "counted", INK, va="top")
    text = "ceiling from the counts so far"
    label_line(ax, t[-1], 1.35 * high[-1], text, SIGMA, ha="right", va="bottom")
    ax.set(yscale="log", ylim=(p.min() / 1.3, top), yticks=[10, 100, 1000])
    ax.set_yticklabels(["10", "100", "1000"])
    ax.minorticks_off()
    return ax


def draw_gause(ax: Axes, t, alone, mixed, *, name: str, curve) -> Axes:
    """One species of Paramecium, alone with its logistic curve and mixed with another species."""
    grid = np.linspace(0, 25, 301)
    ax.plot(grid, curve(grid), color=SIGMA)
    ax.plot(t, alone, "o", color=DATA, markersize=5)
    ax.plot(t, mixed, "o-", color=GREEN, markersize=4, linewidth=1.2)
    high, low = float(np.max(alone)), float(np.mean(np.asarray(mixed)[-6:]))
    label_line(ax, 25, 1.04 * high, f"P. {name} alone", INK, ha="right", va="bottom")
    label_line(ax, 25, low + 0.09 * high, "with the other", GREEN, ha="right", va="bottom")
    ax.set(ylabel="animals in 0.5 cm³", xlim=(-0.5, 25.5), ylim=(0, 1.22 * high))
    ax.set(xticks=[0, 5, 10, 15, 20, 25])
    return ax


def draw_spheroid(ax: Axes, t, p, *, logistic, gompertz, log: bool = False) -> Axes:
    """Volumes of a tumour spheroid over days with two curves, functions of the day."""
    grid = np.linspace(2, 61, 400)
    ax.plot(grid, gompertz(grid), color=PURPLE)
    ax.plot(grid, logistic(grid), color=SIGMA)
    ax.plot(t, p, "o", color=DATA, markersize=4)
    left, right = ((12.5, 1.7), (13.5, 0.13)) if log else ((19.5, 4.2), (27, 3.0))
    label_line(ax, *left, "Gompertz", PURPLE, ha="right", va="center")
    label_line(ax, *right, "logistic", SIGMA, va="center")
    ax.set(xlabel="day", ylabel="volume (mm³)", xlim=(0, 61), xticks=[0, 20, 40, 60])
    if log:
        ax.set(yscale="log", ylim=(0.003, 20), yticks=[0.01, 0.1, 1, 10])
        ax.set_yticklabels(["0.01", "0.1", "1", "10"])
        ax.minorticks_off()
    else:
        ax.set(ylim=(-0.2, 8.6), yticks=[0, 2, 4, 6, 8])
    return ax
