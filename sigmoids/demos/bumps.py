"""Pairs of steep sigmoids make bumps, and bumps make any continuous curve: how many, how steep?"""

import numpy as np
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.functions import logistic_curve
from sigmoids.models.bumps import FACTS, TARGETS, averages, bumps, edges, least_squares


class BumpsDemo(Demo):
    """A target on [0, 1] and a sum of n bumps, each the difference of two sigmoids.

    Parameters: `target`: "sine", "sawtooth", "runge" or "yeast"; `weights`: "averages" of the
    target over each n-th of [0, 1], or "least" squares on 501 points (with 1e-8 times the squared
    weights added, which keeps them bounded); `n`, bumps, 1 to 30; `k`, steepness of the sigmoids,
    5 to 500 per unit of x; `epsilon`, half width of the band around the target, 0.02 to 0.6. The
    first edge is at −9 and the last at 10, so that the sum does not sag at 0 and at 1.
    """

    stem = "bumps"
    height = 400
    linkable = True
    lines = 6
    button_rows = 2
    alt = (
        "Above, a target curve with a band around it and a sum of bumps that follows it in rounded "
        "steps; below, the bumps, one of them filled, with the two sigmoids whose difference it is."
    )

    n = Control(6, label="bumps", symbol="n", low=1, high=FACTS["most"], step=1, whole=True)
    k = Control(60, label="steepness", symbol="k", low=5, high=500, step=5)
    epsilon = Control(0.2, label="tolerance", symbol="ε", low=0.02, high=0.6, step=0.01)
    target = Choice("sine", label="target", options={k: t.label for k, t in TARGETS.items()})
    weights = Choice(
        "averages",
        label="weights",
        options={"averages": "local averages of the target", "least": "least squares"},
    )

    def draw(self, figure: Figure) -> None:
        target, n, k = TARGETS[self.target], int(self.n), self.k
        c = averages(target, n) if self.weights == "averages" else least_squares(target, n, k)
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=[5, 3])
        # Few points, close together only where an edge rises: the picture stays small.
        near = (edges(n)[:, None] + np.array([-5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 5]) / k)[1:-1]
        even = np.append(np.linspace(0, 1, 51), np.nextafter(0.5, 0))
        x = np.unique(np.clip(np.append(even, near), 0, 1))
        y, shapes = target.f(x), bumps(x, n, k)
        total = shapes @ c
        band = {"color": figures.GREY, "alpha": 0.22, "linewidth": 0}
        x_band = np.sort(even)
        y_band = target.f(x_band)
        above.fill_between(x_band, y_band - self.epsilon, y_band + self.epsilon, **band)
        above.plot(x_band, y_band, color=figures.INK, linewidth=1.3, linestyle="--")
        above.plot(x, total, color=figures.SIGMA)
        outside = np.where(np.abs(total - y) > self.epsilon, total, np.nan)
        above.plot(x, outside, color=figures.SLOPE, linewidth=3)
        above.set(ylim=target.heights, xlim=(0, 1))
        above.set_title(f"n = {n}, k = {k:g}; dashed: target ± {self.epsilon:g}")
        for i in range(n):
            own = np.unique(np.clip([0, 1, *near[max(0, i - 1) : i + 1].ravel()], 0, 1))
            shape = bumps(own, n, k)[:, i]
            below.plot(own, c[i] * shape, color=figures.SIGMA, linewidth=0.8)
            if i == pick(c):
                below.fill_between(own, c[i] * shape, color=figures.SIGMA, alpha=0.3, linewidth=0)
        below.set_ylim(below.get_ylim())
        for edge, style in zip(edges(n)[pick(c) : pick(c) + 2], ("--", ":"), strict=True):
            own = np.sort(np.append([0, 1], np.clip(edge + np.arange(-6, 7) / k, 0, 1)))
            one = logistic_curve(own, ceiling=c[pick(c)], steepness=k, midpoint=edge)
            below.plot(own, one, color=figures.INK, linewidth=1.2, linestyle=style)
        below.set(xlabel="x")
        below.set_title("bump = dashed − dotted sigmoid")


def pick(c: np.ndarray) -> int:
    """The bump that is shown as a pair: of the inner ones the first that is about the highest."""
    inner = np.abs(c[1:-1] if len(c) > 2 else c)
    return int(np.argmax(inner >= 0.999 * inner.max())) + (len(c) > 2)
