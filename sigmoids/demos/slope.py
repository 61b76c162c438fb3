"""Drag a point along the S-curve: its tangent, its slope, and why the slope has a ceiling."""

import numpy as np
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Control, Demo
from sigmoids.functions import logistic_curve, logistic_curve_slope


class SlopeDemo(Demo):
    """The curve L·σ(k(x − x₀)), its tangent at `x`, and below it the slope at every point.

    Parameters: `x`, where the tangent touches; `k`, steepness; `x0`, midpoint; `L`, ceiling.
    """

    stem = "slope"
    height = 420
    linkable = True
    alt = (
        "Above, an S-curve with its tangent at one point; below, the slope of the curve, a bell "
        "that is highest under the middle of the S."
    )

    x = Control(1.0, label="point", symbol="x", low=-8, high=8, step=0.05)
    k = Control(1.0, label="steepness", symbol="k", low=0.2, high=4, step=0.05)
    x0 = Control(0.0, label="midpoint", symbol="x₀", low=-4, high=4, step=0.05)
    L = Control(1.0, label="ceiling", symbol="L", low=0.2, high=2, step=0.05)

    def draw(self, figure: Figure) -> None:
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=[3, 2])
        x, k, L = self.x, self.k, self.L
        grid = np.linspace(-8, 8, 321)
        curve = {"ceiling": L, "steepness": k, "midpoint": self.x0}
        y, m = logistic_curve(x, **curve), logistic_curve_slope(x, **curve)
        above.plot(grid, logistic_curve(grid, **curve), color=figures.SIGMA)
        above.axline((x, y), slope=m, color=figures.SLOPE, linewidth=1.4)
        above.plot(x, y, "o", color=figures.SIGMA)
        above.set(ylabel="f(x)", xlim=(-8, 8), ylim=(-0.03 * max(1, L), 1.05 * max(1, L)))
        below.plot(grid, logistic_curve_slope(grid, **curve), color=figures.SLOPE)
        below.plot(x, m, "o", color=figures.SLOPE)
        below.set(xlabel="x", ylabel="f′(x)", ylim=(0, 1.1 * max(0.25, k * L / 4)))
