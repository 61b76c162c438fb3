"""The plane of two inputs under one sigmoid unit: its colours, and where a line crosses its rim."""

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Polygon

from sigmoids import figures
from sigmoids.functions import logistic

CLASS_COLORS = (figures.VERMILION, figures.BLUE)
SQUARE = [(-1, 0), (1, 0), (1, 2), (-1, 2)]


def draw_probability(ax: Axes, w1: float, w2: float, b: float, *, across, up) -> None:
    """The plane in colours of p = σ(w₁x₁ + w₂x₂ + b): blue towards 1, white at ½, vermilion to 0.

    Half-planes are painted over one another, since neighbouring areas would show seams.
    """
    ax.set(xlim=across, ylim=up, aspect="equal")
    corners = np.array([[x1, x2] for x1 in across for x2 in up])
    z = corners @ [w1, w2] + b
    edges = [z.min(), *[e for e in np.arange(-6, 6.01, 0.25) if z.min() < e < z.max()]]
    length = math.hypot(w1, w2) or 1.0
    normal, reach = np.array([w1, w2]) / length, 2 * np.ptp(corners)
    side = np.array([-normal[1], normal[0]])
    for low, high in zip(edges, [*edges[1:], z.max()], strict=True):
        p = logistic((low + high) / 2)
        color = 1 - 0.5 * abs(2 * p - 1) * (1 - np.array(to_rgb(CLASS_COLORS[int(p > 0.5)])))
        centre = corners.mean(0)
        foot = centre + normal * (low - (centre @ [w1, w2] + b)) / length
        foot = foot if low > edges[0] else centre - reach * normal
        shape = [foot + reach * (i * side + j * normal) for i, j in SQUARE]
        ax.add_patch(Polygon(shape, facecolor=color, linewidth=0, zorder=0))
