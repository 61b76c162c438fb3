"""The figures of the chapter on the derivation."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import GREEN, GREY, INK, PURPLE, SIGMA, SLOPE, label_line


def draw_growth_directions(ax: Axes, *, starts=(-0.02, 0.02, 0.12, 0.88, 1.1)) -> Axes:
    """The slopes of y′ = y(1 − y), σ as the solution through (0, ½), and those with y(0) in starts.

    A solution that starts outside [0, 1] is drawn on its own side of its pole.
    """
    x, y = np.meshgrid(np.linspace(-5.6, 5.6, 15), np.linspace(-0.2, 1.2, 11))
    slope = y * (1 - y)
    bare = {"headwidth": 0, "headlength": 0, "headaxislength": 0, "width": 0.003, "pivot": "mid"}
    ax.quiver(x, y, 1 + 0 * y, slope, angles="xy", scale=24, color="#BDBDBD", **bare)
    grid = np.linspace(-6, 6, 601)
    for start in starts:
        divisor = start + (1 - start) * np.exp(-grid)
        ax.plot(grid, start / np.where(divisor > 0, divisor, np.nan), color=GREY, linewidth=1.2)
    paper = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    for constant, side, lift in ((0, "top", -0.05), (1, "bottom", 0.05)):
        ax.axhline(constant, color=INK, linewidth=1.2, linestyle="--")
        text = f"constant: y = {constant}"
        label_line(ax, -5.7, constant + lift, text, INK, va=side, bbox=paper)
    ax.plot(grid, f.logistic(grid), color=SIGMA, linewidth=2.5)
    ax.plot(0, 0.5, "o", color=SIGMA)
    label_line(ax, -0.1, 1.14, "starts above 1", GREY, ha="left", bbox=paper)
    label_line(ax, 0.4, 0.5, "σ", SIGMA, va="center", size=15)
    ax.set(xlabel="x", ylabel="y", xlim=(-6, 6), ylim=(-0.25, 1.25), yticks=[0, 0.5, 1])
    return ax


def draw_tilted_entropy(ax: Axes, *, rewards=(-2, 0, 2)) -> Axes:
    """H(p) + θp (nats) over p for each θ in rewards, its highest point marked at p = σ(θ)."""
    p = np.linspace(1e-6, 1 - 1e-6, 401)
    entropy = -p * np.log(p) - (1 - p) * np.log(1 - p)
    for theta in rewards:
        best, height = f.logistic(theta), f.softplus(theta)
        number = f"{theta:g}".replace("-", "−")
        ax.plot(p, entropy + theta * p, color=PURPLE)
        label_line(ax, 1.02, theta, f"θ = {number}", PURPLE, ha="left", va="center")
        ax.plot([best, best], [-2.5, height], color=SIGMA, linewidth=1.2, linestyle="--")
        ax.plot(best, height, "o", color=SIGMA)
        label_line(ax, best + 0.015, -2.4, f"σ({number}) = {best:.2f}", SIGMA, ha="left")
    ax.set(xlabel="p", ylabel="H(p) + θp (nats)", xlim=(0, 1.1), ylim=(-2.5, 2.5))
    ax.set(xticks=[0, 0.5, 1])
    return ax


def draw_slope_rectangles(ax: Axes, *, sides=(0.1, 0.5, 0.8)) -> Axes:
    """Rectangles s × (1 − s) under the line of all such corners, each with its area."""
    ax.plot([0, 1], [1, 0], color=GREY, linewidth=1.2)
    for s in sides:
        square = s == 0.5
        ax.fill_between([0, s], 1 - s, color=SLOPE, alpha=0.30 if square else 0.12, linewidth=0)
        ax.plot([0, s, s], [1 - s, 1 - s, 0], color=SLOPE, linewidth=2.2 if square else 1.4)
        text = f"{s:g} × {1 - s:g} = {s * (1 - s):.2f}"
        label_line(ax, s + 0.015, 1 - s + 0.015, text, SLOPE, ha="left", va="bottom")
    ax.set(xlabel="s", ylabel="1 − s", xlim=(0, 1.25), ylim=(0, 1.05), aspect="equal")
    ax.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    return ax


def draw_logistic_derivatives(ax: Axes, *, reach: float = 7.0) -> Axes:
    """σ′, σ″ and σ‴ on [−reach, reach], their extreme values marked."""
    x = np.linspace(-reach, reach, 561)
    bend, swing = np.log(2 + np.sqrt(3)), np.log(5 + 2 * np.sqrt(6))  # zeros of σ‴, of σ⁗
    curves = {1: ("σ′", SLOPE), 2: ("σ″", PURPLE), 3: ("σ‴", GREEN)}
    names = [(1, 1.4, 0.008), (2, 2.6, -0.028), (3, -1.0, -0.028)]
    extremes = [
        *((1, 0, 0.01, "1/4", "center"), (2, -bend, 0.01, "√3/18", "left")),
        *((2, bend, -0.026, "−√3/18", "left"), (3, 0, -0.03, "−1/8", "center")),
        *((3, -swing, -0.027, "1/24", "center"), (3, swing, -0.027, "1/24", "center")),
    ]
    ax.axhline(0, color=GREY, linewidth=1)
    for order, (_, color) in curves.items():
        ax.plot(x, f.logistic_derivative(x, order), color=color)
    for order, place, lift, value, side in extremes:
        color, height = curves[order][1], f.logistic_derivative(place, order)
        ax.plot(place, height, "o", color=color, markersize=5)
        label_line(ax, place, height + lift, value, color, ha=side)
    for order, place, lift in names:
        (name, color), height = curves[order], f.logistic_derivative(place, order)
        side = "right" if place < 0 else "left"
        label_line(ax, place, height + lift, name, color, ha=side, fontsize=14)
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(-0.165, 0.285), yticks=[-0.1, 0, 0.1, 0.2])
    return ax


def draw_softplus_area(ax: Axes, *, reach: float = 4.0) -> Axes:
    """σ with the two areas of ln 2 beside x = 0, and softplus, the area under σ left of x."""
    left, right = np.linspace(-reach, 0, 201), np.linspace(0, reach, 201)
    x = np.linspace(-reach, reach, 401)
    ax.fill_between(left, f.logistic(left), color=SIGMA, alpha=0.22, linewidth=0)
    ax.fill_between(right, f.logistic(right), 1, color=SIGMA, alpha=0.22, linewidth=0)
    ax.axhline(1, color=GREY, linewidth=1, linestyle="--")
    ax.plot(x, f.softplus(x), color=GREEN)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(0, np.log(2), "o", color=GREEN)
    label_line(ax, -0.06, 0.04, "area ln 2", INK, ha="right", va="bottom")
    label_line(ax, 0.62, 0.985, "area ln 2", INK, ha="left", va="top")
    label_line(ax, -0.12, 0.72, "softplus(0) = ln 2", GREEN, ha="right", va="bottom")
    label_line(ax, 1.5, 1.75, "softplus(x)", GREEN, ha="right", va="bottom")
    label_line(ax, 2.6, 0.88, "σ(x)", SIGMA, ha="left", va="top")
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(0, 2.2), yticks=[0, 1, 2])
    return ax
