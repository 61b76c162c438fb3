"""Push scores through σ(z/T): temperature changes the confidence, never the order."""

import numpy as np
from matplotlib.figure import Figure
from scipy import special

from sigmoids import figures
from sigmoids import functions as f
from sigmoids.demos.kit import Control, Demo
from sigmoids.models.squash import mean_probability, share_below


class SquashDemo(Demo):
    """Scores z, spread normally, and the probabilities σ(z/T) that they become.

    Parameters: `m`, mean of the scores (−5 to 5); `s`, their standard deviation (0.2 to 3.5);
    `T`, temperature (0.1 to 5), all in the unit of the scores.
    """

    stem = "squash"
    height = 420
    linkable = True
    lines = 5
    alt = (
        "Below an S-curve a hill of scores; lines rise from the scores to the curve and turn left "
        "to the probabilities. The one hill becomes two heaps, near 0 and near 1, and no two "
        "lines cross."
    )

    m = Control(1.0, label="mean score", symbol="m", low=-5, high=5, step=0.1)
    s = Control(3.0, label="spread of scores", symbol="s", low=0.2, high=3.5, step=0.1)
    T = Control(1.0, label="temperature", symbol="T", low=0.1, high=5, step=0.05)

    def draw(self, figure: Figure) -> None:
        p = self.parameters()
        grid = {"width_ratios": [1, 3], "height_ratios": [3.4, 1]}
        (left, main), (corner, below) = figure.subplots(2, 2, sharex="col", gridspec_kw=grid)
        corner.axis("off")
        figure.get_layout_engine().set(wspace=0, hspace=0, w_pad=0.01, h_pad=0.01)
        edge = self.T * np.log(99)
        z = np.sort([*np.linspace(-12, 12, 241), -edge, edge])
        tint = {"color": figures.SIGMA, "alpha": 0.4, "linewidth": 0}
        full = {"color": figures.SLOPE, "alpha": 0.75, "linewidth": 0}

        hill = np.exp(-(((z - self.m) / self.s) ** 2) / 2)
        below.fill_between(z, hill, where=abs(z) <= edge, **tint)
        below.fill_between(z, hill, where=abs(z) >= edge, **full)
        for x, y, name in ((self.m, 1, "m"), (self.m + self.s, np.exp(-0.5), "s")):
            below.plot(x, y, "o", color=figures.INK)
            below.text(x + 0.4, y + 0.05, name)
        edges = np.linspace(0, 1, 21)
        share = np.diff(share_below(edges, **p))
        left.barh(edges[:-1], share, 0.046, align="edge", **tint)
        ends = share_below(0.01, **p), 1 - share_below(0.99, **p)
        left.barh(edges[[0, -2]], ends, 0.046, align="edge", **full)

        for q in special.ndtri((np.arange(20) + 0.5) / 20):
            score = self.m + self.s * q
            color = figures.SLOPE if abs(score) > edge else figures.SIGMA
            ray = [-12, score, score], [*[f.logistic(score / self.T)] * 2, 0]
            main.plot(*ray, color=color, linewidth=0.8, alpha=0.6)
        middle, average = f.logistic(self.m / self.T), mean_probability(**p)
        ray = [-12, self.m, self.m], [middle, middle, 0]
        main.plot(*ray, color=figures.INK, linewidth=1.3, linestyle="--")
        main.plot(z, f.logistic(z / self.T), color=figures.SIGMA)
        main.plot(self.T * np.log(9), 0.9, "o", color=figures.SIGMA)
        main.text(self.T * np.log(9) + 0.4, 0.88, "T")
        main.plot(-12, average, ">", color=figures.INK, clip_on=False)
        paper = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
        sides = ("bottom", "top") if self.m >= 0 else ("top", "bottom")
        for y, side, text in zip((middle, average), sides, ("σ(m/T)", "mean p"), strict=True):
            lift = 0.03 if side == "bottom" else -0.03
            main.text(-11.6, y + lift, text, va=side, bbox=paper)

        main.set(xlim=(-12, 12), ylim=(0, 1), yticks=[])
        left.set(ylim=(0, 1), xlim=(1.05 * share.max(), 0), xticks=[])
        left.set_title("probability p = σ(z/T)")
        left.set_yticks([0, 0.5, 1], ["0", "½", "1"])
        below.set(xlabel="score z", ylim=(1.1, 0), yticks=[])
        for ax, side in ((left, "right"), (below, "top")):
            ax.spines[[*ax.spines]].set_visible(False)
            ax.spines[side].set_visible(True)
