"""The figures of the chapter on Verhulst."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import DATA, GREEN, GREY, INK, PURPLE, SIGMA, label_line


def draw_three_phases(ax: Axes, *, within: float = 0.01) -> Axes:
    """σ and three simple curves, thick where they miss it by at most `within` of the ceiling."""
    z = np.linspace(-6, 6, 1201)
    simple = {"exponential": (PURPLE, np.exp(z)), "line": (GREEN, 0.5 + z / 4)}
    simple["ceiling"] = (GREY, np.ones_like(z))
    for color, y in simple.values():
        close = np.abs(y - f.logistic(z)) <= within
        ax.plot(z, np.where(close, y, np.nan), color=color, linewidth=8, alpha=0.45)
        ax.plot(z, np.where((y > -0.05) & (y < 1.15), y, np.nan), color=color, linewidth=1.2)
    ax.plot(z, f.logistic(z), color=SIGMA)
    label_line(ax, -5.9, 0.09, "exponential eᶻ", PURPLE)
    label_line(ax, 0.45, 0.46, "line ½ + z/4", GREEN, va="center")
    label_line(ax, 5.9, 1.03, "ceiling", GREY, ha="right")
    label_line(ax, 2.15, 0.83, "σ(z)", SIGMA, va="center")
    ax.set(xlabel="z = r(t − t₀)", ylabel="share of the ceiling P/K")
    ax.set(xlim=(-6, 6), ylim=(-0.03, 1.15), yticks=[0, 0.5, 1], xticks=[-6, -3, 0, 3, 6])
    return ax


def draw_belgium_forecasts(ax: Axes, forecasts, *, later: tuple[float, float]) -> Axes:
    """Counts of Belgians, each with its curve drawn on to 1980; persons in millions.

    `forecasts`: label: (t, p, curve, K), the curve a function of t; two or three, the one with
    the highest ceiling first. `later`: a year and its count.
    """
    grid = np.linspace(1800, 1980, 361)
    colors = (GREEN, PURPLE, SIGMA)[-len(forecasts) :]
    for row, (color, (name, (t, p, curve, K))) in enumerate(
        zip(colors, forecasts.items(), strict=True)
    ):
        ax.plot(grid, curve(grid) / 1e6, color=color)
        ax.plot([1968, 1980], [K / 1e6, K / 1e6], color=color, linewidth=1.2, linestyle="--")
        ax.plot(t, np.asarray(p) / 1e6, "o", color=DATA, markersize=5, zorder=3)
        text = f"{name}: ceiling {K / 1e6:.2f}"
        label_line(ax, 1804, 9.7 - 0.75 * row, text, color, va="center")
    year, count = later
    ax.plot(year, count / 1e6, "o", color=DATA, markerfacecolor="white", markersize=6, zorder=3)
    label_line(ax, year - 4, count / 1e6 + 0.12, f"{year:.0f}", INK, ha="right", va="bottom")
    ax.set(xlabel="year", ylabel="millions of persons", xlim=(1800, 1980), ylim=(2, 10.5))
    ax.set(xticks=[1800, 1850, 1900, 1950], yticks=[2, 4, 6, 8, 10])
    return ax


def draw_one_per_cent(ax: Axes, shift, ceilings, *, zoom: float = 20.0) -> Axes:
    """The ceiling over the percentage by which the middle of three counts is moved.

    `ceilings`: label: (K, pole), K an array over `shift` in millions of persons, and the shift
    from which on downwards there is none; the highest ceiling first.
    """
    shift = np.asarray(shift)
    label_line(ax, 0.35, 18.6, "no ceiling from", GREY, va="center")
    for row, (color, (name, (K, pole))) in enumerate(
        zip((GREEN, PURPLE, SIGMA), ceilings.items(), strict=True)
    ):
        K = np.asarray(K)
        ax.plot(shift, np.where((shift > pole) & (zoom > K), K, np.nan), color=color)
        ax.plot(0, np.interp(0, shift, K), "o", color=color, markersize=6)
        text = f"{pole:.2f}%: {name}".replace("-", "−")
        label_line(ax, 0.35, 17 - 1.6 * row, text, color, va="center")
    ax.axvline(0, color=GREY, linewidth=1.2, linestyle="--", ymax=0.45)
    ax.set(xlabel="middle count moved by", ylabel="ceiling (millions of persons)")
    ax.set(xlim=(-2, 2), ylim=(0, zoom), xticks=[-2, -1, 0, 1, 2], yticks=[0, 5, 10, 15, 20])
    ax.set_xticklabels(["−2%", "−1%", "0", "+1%", "+2%"])
    return ax
