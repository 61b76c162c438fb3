"""Lay two S-curves over each other, fairly: alike in the middle, far apart in the tails."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids import functions as f
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.models.family import curve, left, place

NAMES = {"logistic": "logistic"} | {name: member.label for name, member in f.FAMILY.items()}
NAMES |= {"gompertz": "Gompertz"}
TAILS = dict.fromkeys(NAMES, "straight") | {"erf": "bends down", "gompertz": "lopsided"}
TAILS |= dict.fromkeys(("algebraic", "arctan", "softsign"), "bends up")


class FamilyDemo(Demo):
    """Two sigmoids onto (−1, 1) laid over each other; below, what each leaves to its nearer end.

    Parameters: `first` and `second`, each "logistic", "erf", "tanh", "gudermannian",
    "algebraic", "arctan", "softsign" or "gompertz"; `fair`, what they are given in common:
    "slope" (1 at x = 0, at height 0), "variance" (1, and mean 0) or "quartile" (heights ±½ at
    x = ±1); `x`, where their tails are compared (−6 to 6, in units of that scale).
    """

    stem = "family"
    height = 400
    linkable = True
    lines = 5
    alt = (
        "Above, two S-curves laid over each other, nearly one line. Below, on a logarithmic "
        "axis, what each leaves to its floor or ceiling: there the two part by powers of ten."
    )

    first = Choice("logistic", label="solid curve", options=NAMES)
    second = Choice("erf", label="dashed curve", options=NAMES)
    fair = Choice(
        "slope",
        label="laid to",
        options={
            "slope": "same slope at 0",
            "variance": "same variance",
            "quartile": "same quartiles",
        },
    )
    x = Control(3.0, label="compare tails at", symbol="x", low=-6, high=6, step=0.1)

    def draw(self, figure: Figure) -> None:
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=[4, 5])
        solid = {"color": figures.SIGMA, "linewidth": 2.2}
        dashed = {"color": figures.SLOPE, "linewidth": 2.2, "linestyle": (0, (3, 3))}
        picked = [(self.first, solid, 8), (self.second, dashed, 5)]
        for name in NAMES:
            if name not in (self.first, self.second, "logistic"):  # tanh is the logistic curve
                self._draw_curve(above, below, name, {"color": "#D0D0CC", "linewidth": 1})
        for ax in (above, below):
            ax.axvline(self.x, color=figures.GREY, linewidth=1, linestyle=":", zorder=0)
        for row, (name, style, size) in enumerate(picked):
            self._draw_curve(above, below, name, style)
            for ax, y in ((above, curve), (below, left)):
                y = y(name, self.fair, self.x)
                ax.plot(self.x, y, "o", color=style["color"], markersize=size)
            known = np.isfinite(place(name, self.fair)[1])
            words = f"{NAMES[name]}: {TAILS[name] if known else 'no variance'}"
            middle, y = (
                1.2 if "gompertz" in (self.first, self.second) else 0,
                10.0 ** -(4.8 + row * 0.7),
            )
            below.plot([middle - 1.7, middle - 1.1], [y, y], **style)
            figures.label_line(below, middle - 1, y, words, style["color"], va="center")
        self._draw_mark(above)
        for end, side in (("floor", "left"), ("ceiling", "right")):
            below.text(-6 if side == "left" else 6, 2, f"left to {end}", ha=side)
        above.set(xlim=(-6, 6), ylim=(-1.04, 1.04), yticks=[-1, 0, 1])
        units = {"slope": "", "variance": " (standard deviations)", "quartile": " (quartiles)"}
        below.set(xlabel=f"x{units[self.fair]}", yscale="log", ylim=(1e-6, 1.4))
        below.set_yticks([1e-6, 1e-4, 1e-2, 1], ["10⁻⁶", "10⁻⁴", "0.01", "1"])
        below.minorticks_off()

    def _draw_curve(self, above: Axes, below: Axes, name: str, style: dict) -> None:
        x = np.linspace(-6, 6, 161)
        u = left(name, self.fair, x)
        above.plot(x, curve(name, self.fair, x), **style)
        below.plot(x, np.where(u > 1e-8, u, np.nan), **style)

    def _draw_mark(self, ax: Axes) -> None:
        """What all curves have in common: the tangent, a standard deviation, or the quartiles."""
        ends, style = np.array([-1, 1]), {"color": figures.INK, "linewidth": 1}
        if self.fair == "slope":
            ax.plot(ends, ends, **style)
        elif self.fair == "variance":
            ax.plot(ends, 0 * ends, marker="|", markersize=9, **style)
        else:
            ax.plot(ends, ends / 2, "o", color=figures.INK, markersize=6, markerfacecolor="none")
        words = {"slope": "slope 1", "variance": "variance 1", "quartile": "½ at x = 1"}
        ax.text(-1.4, 0.5, words[self.fair], ha="right")
