"""Drag points of two classes: logistic regression fits its line, and its doubt, again at once."""

import math
from typing import Any

import numpy as np
import traitlets
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.demos.plane import CLASS_COLORS, chord, draw_probability
from sigmoids.functions import log_logistic, logistic, logit

ACROSS, UP = 4.0, 3.0  # the plane is |x₁| ≤ 4, |x₂| ≤ 3
GRID = 20  # points lie on twentieths, so that sides of lines are told in exact integers

_LOWER = [(-2.8, -1.1), (-1.9, 0.5), (-1.5, -2.1), (-0.6, -0.9), (0.5, -1.9)]
_UPPER = [(2.7, 1.3), (1.9, -0.5), (1.2, 2.2), (0.7, 0.8), (-0.5, 1.9)]
_CORNER = [(2.6, 1.7), (1.8, 1.7), (2.2, 1.1)]
# Of each preset the points of class 0, then those of class 1.
_PAIRS = {
    "overlap": ([*_LOWER, (1.3, 0.1)], [*_UPPER, (-1.1, -0.2)]),
    "apart": ([*_LOWER, (-2.9, 2.0)], [*_UPPER, (2.4, 2.4)]),
    "stray": ([*_LOWER, (-2.9, 2.0)], [*_UPPER, (-3.5, -2.5)]),
    "corners": (
        [*_CORNER, *((-x1, -x2) for x1, x2 in _CORNER)],
        [*((x1, -x2) for x1, x2 in _CORNER), *((-x1, x2) for x1, x2 in _CORNER)],
    ),
}
PRESETS = {
    name: [[x1, x2, c] for c, points in enumerate(pair) for x1, x2 in points]
    for name, pair in _PAIRS.items()
}
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


def fit(points: list[list[float]], ridge: float) -> np.ndarray:
    """(w₁, w₂, b) of least mean log-loss + ½·ridge·(w₁² + w₂²), by Newton's method."""
    table = np.array(points, dtype=float)
    inputs, sign = np.c_[table[:, :2], np.ones(len(table))], 2 * table[:, 2] - 1
    penalty = ridge * np.array([1, 1, 0])

    def loss(theta):
        return -log_logistic(sign * (inputs @ theta)).mean() + 0.5 * penalty @ theta**2

    theta = np.zeros(3)
    for _ in range(100):
        z = inputs @ theta
        gradient = -(sign * logistic(-sign * z)) @ inputs / len(z) + penalty * theta
        bend = logistic(z) * logistic(-z) / len(z)
        step = np.linalg.solve((inputs.T * bend) @ inputs + np.diag(penalty), gradient)
        gain, size = gradient @ step, 1.0
        # Far from the minimum a full step can overshoot; near it, rounding would forbid any.
        while gain > 1e-10 and loss(theta - size * step) > loss(theta) - 0.25 * size * gain:
            size /= 2
        theta = theta - size * step
        if gain < 1e-24:
            break
    return theta


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
