"""Drag points of two classes: logistic regression fits its line, and its doubt, again at once."""

import math
from typing import Any

import numpy as np
import traitlets
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.demos.plane import CLASS_COLORS, draw_probability
from sigmoids.functions import logistic, logit
from sigmoids.models.boundary import GRID, PRESETS, fit
from sigmoids.models.plane import chord

ACROSS, UP = 4.0, 3.0  # the plane is |x₁| ≤ 4, |x₂| ≤ 3

OWN = "own"  # what `data` says of points that are no preset's

# Views of `points`, so no traits: one fact, one place.
VIEWS = {
    "data": Choice(
        "overlap",
        label="points",
        options={
            "overlap": "two groups that overlap",
            "apart": "two groups apart",
            "stray": "two groups and a stray",
            "corners": "opposite corners alike",
            OWN: "moved by hand",
        },
    ),
    "x1": Control(0, label="the point’s", symbol="x₁", low=-ACROSS, high=ACROSS, step=0.05),
    "x2": Control(0, label="the point’s", symbol="x₂", low=-UP, high=UP, step=0.05),
}


class Points(traitlets.TraitType):
    """Rows [x₁, x₂, class], rounded to twentieths; both classes are there."""

    def validate(self, obj: "BoundaryDemo", value: Any) -> list[list[float]]:
        try:
            rows = [[float(v) for v in row] for row in value]
        except (TypeError, ValueError):
            rows = []
        if not 2 <= len(rows) <= 24:
            raise traitlets.TraitError(
                f"points must be 2 to 24 rows of numbers [x1, x2, class]; got {value!r}."
            )
        for number, row in enumerate(rows, 1):
            good = len(row) == 3 and abs(row[0]) <= ACROSS and abs(row[1]) <= UP  # no NaN
            if not good or row[2] not in (0, 1):
                raise traitlets.TraitError(
                    f"point {number} must be [x1, x2, class] with x1 from −{ACROSS:g} to "
                    f"{ACROSS:g}, x2 from −{UP:g} to {UP:g} and class 0 or 1; got {row}."
                )
        if len({row[2] for row in rows}) < 2:
            raise traitlets.TraitError("points must hold both classes, 0 and 1.")
        return [[round(x1 * GRID) / GRID, round(x2 * GRID) / GRID, int(y)] for x1, x2, y in rows]


class BoundaryDemo(Demo):
    """Points of two classes and the logistic regression p = σ(w₁x₁ + w₂x₂ + b) fitted to them.

    Parameters: `points`, 2 to 24 rows [x1, x2, class] with |x1| ≤ 4, |x2| ≤ 3, class 0 or 1 (kept
    to 0.05; assign a new list to change it), or `data`, the name of a preset; `point`, the number
    of the chosen point, from 1; `log_ridge`, n in the penalty ½λ(w₁² + w₂²) with λ = 10ⁿ, which is
    added to the mean log-loss. `x1` and `x2` read and set the chosen point's coordinates.
    """

    stem = "boundary"
    height = 420
    lines = 5
    alt = (
        "Two groups of points in a plane, coloured by the probability of class 1: the line where "
        "it is one half runs between the groups, with the lines for 0.1 and 0.9 on its two sides. "
        "Beside it every point sits on the S-curve, at its weighted sum."
    )

    points = Points().tag(sync=True)
    point = Control(6.0, label="chosen point", symbol="", low=1, high=12, step=1)
    log_ridge = Control(
        -3.0, label="penalty ½λ|w|² with λ = 10ⁿ,", symbol="n", low=-4, high=1, step=0.1
    )

    def __init__(self, *, data: str = "overlap", points: Any = None, **parameters):
        if points is None:
            points = _preset(data)
        super().__init__(points=points, **parameters)  # the points first: they bound `point`

    @traitlets.default("points")
    def _start(self):
        return PRESETS["overlap"]

    @traitlets.validate("point")
    def _whole(self, proposal):
        return float(round(proposal["value"]))

    @traitlets.observe("points")
    def _keep_choice(self, change):
        self.point = min(self.point, len(self.points))

    @property
    def data(self) -> str:
        """The preset that the points are, or "own"; setting it lays out that preset."""
        return next((name for name, rows in PRESETS.items() if rows == self.points), OWN)

    @data.setter
    def data(self, name: str):
        self.points = _preset(name)

    @property
    def x1(self) -> float:
        return self.points[int(self.point) - 1][0]

    @x1.setter
    def x1(self, value: float):
        self._move(0, value)

    @property
    def x2(self) -> float:
        return self.points[int(self.point) - 1][1]

    @x2.setter
    def x2(self, value: float):
        self._move(1, value)

    def _move(self, axis: int, value: float):
        rows = [list(row) for row in self.points]
        rows[int(self.point) - 1][axis] = value
        self.points = rows

    @classmethod
    def controls(cls) -> dict[str, Control | Choice]:
        own = super().controls()
        names = ("data", "point", "x1", "x2", "log_ridge")
        return {name: own.get(name) or VIEWS[name] for name in names}

    def control(self, name: str) -> dict[str, Any]:
        spec = super().control(name)
        return spec | {"high": len(self.points)} if name == "point" else spec

    def parameters(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("points", "point", "log_ridge")}

    def build_spec(self) -> dict[str, Any]:
        return super().build_spec() | {"presets": PRESETS}

    def __repr__(self) -> str:
        points = f"points={self.points}" if self.data == OWN else f"data={self.data!r}"
        return f"BoundaryDemo({points}, point={self.point:g}, log_ridge={self.log_ridge:g})"

    def draw(self, figure: Figure) -> None:
        plane, curve = figure.subplots(1, 2, width_ratios=[5, 2])
        x, y = np.array(self.points)[:, :2], np.array(self.points)[:, 2]
        w1, w2, b = fit(self.points, 10**self.log_ridge)
        draw_probability(plane, w1, w2, b, across=(-ACROSS, ACROSS), up=(-UP, UP))
        for p in (0.1, 0.5, 0.9):
            _draw_level(plane, w1, w2, b, p)
        z = x @ [w1, w2] + b
        for c, color in enumerate(CLASS_COLORS):
            shade, here = figures.text_shade(color), y == c
            plane.plot(*x[here].T, "o", color=shade, markersize=12, clip_on=False)
            for place in x[here]:
                plane.text(*place, c, color="white", ha="center", va="center_baseline", size=9)
            at = np.clip(z[here], -8, 8)
            curve.vlines(at, logistic(z[here]), c, color=shade, linewidth=1)
            curve.plot(at, logistic(z[here]), "o", color=shade, markersize=5, zorder=3)
        ring = {"color": figures.INK, "markerfacecolor": "none", "markeredgewidth": 1.5}
        i = int(self.point) - 1
        plane.plot(*x[i], "o", markersize=18, clip_on=False, **ring)
        curve.plot(np.clip(z[i], -8, 8), logistic(z[i]), "o", markersize=10, zorder=4, **ring)
        grid = np.linspace(-8, 8, 161)
        curve.plot(grid, logistic(grid), color=figures.SIGMA, linewidth=1.5)
        plane.set(xlabel="x₁", ylabel="x₂", yticks=[-2, 0, 2])
        curve.set(xlim=(-8.5, 8.5), ylim=(-0.03, 1.03), xticks=[-8, -4, 0, 4, 8])
        curve.set_xticklabels(["≤ −8", "", "0", "", "≥ 8"])
        curve.set(yticks=[0, 0.5, 1], xlabel="z = w₁x₁ + w₂x₂ + b", title="p = σ(z)")


def _preset(name: str) -> list[list[float]]:
    if name not in PRESETS:
        raise traitlets.TraitError(
            f"data (points) must be one of {', '.join(PRESETS)}; got {name!r}."
        )
    return PRESETS[name]


def _draw_level(ax: Axes, w1: float, w2: float, b: float, p: float) -> None:
    ends = chord(w1, w2, b - logit(p), across=ax.get_xlim(), up=ax.get_ylim())
    if ends:
        half = p == 0.5
        style = {"linewidth": 2 if half else 1, "linestyle": "-" if half else "--"}
        ax.plot(*np.transpose(ends), color=figures.INK, zorder=1, **style)
        # The names stand near the rim, those of the outer levels at its other end.
        low, high = sorted(ends, key=lambda end: end[1])
        end, other = (high, low) if half else (low, high)
        place = np.add(end, 0.6 * np.subtract(other, end) / math.dist(other, end))
        if not half:
            place = place + 0.35 * np.array([w1, w2]) / math.hypot(w1, w2) * (1 if p > 0.5 else -1)
        place = np.clip(place, (-ACROSS + 0.4, -UP + 0.2), (ACROSS - 0.4, UP - 0.2))
        paper = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.8}
        words = "p = ½" if half else f"{p:g}"
        style = {"ha": "center", "va": "center", "size": 9, "zorder": 1.5}
        ax.text(*place, words, color=figures.INK, bbox=paper, **style)
