"""Drag a point along the S-curve: its tangent, its slope, and why the slope has a ceiling."""

from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Control, Demo


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
        figures.draw_tangent(above, below, x=self.x, k=self.k, x0=self.x0, L=self.L)
