"""One sigmoid unit: turn its weights and its bias until it does AND, OR, and never XOR."""

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.demos.plane import CLASS_COLORS, draw_probability
from sigmoids.functions import logistic
from sigmoids.models import shared
from sigmoids.models.plane import chord

FACTS = shared("neuron")
CORNERS = [tuple(corner) for corner in FACTS["corners"]]
TARGETS, REACH = FACTS["targets"], FACTS["reach"]
FREE = FACTS["free"]  # where the arrow hides no corner of the solved tasks


class NeuronDemo(Demo):
    """One unit with output σ(w₁x₁ + w₂x₂ + b), as a diagram and over the plane of its inputs.

    Parameters: `task` ("and", "or" or "xor"); weights `w1`, `w2` from −10 to 10; bias `b` from
    −15 to 15; `inputs` ("00", "01", "10" or "11"), the corner that the diagram works out.
    """

    stem = "neuron"
    height = 440
    linkable = True
    lines = 5
    alt = (
        "A unit with two inputs, their weights, the weighted sum z and its output σ(z); beside it "
        "the plane of the inputs in the colours of the output, the line z = 0, and the four "
        "corners with the unit's output and error."
    )

    task = Choice(
        "and",
        label="task",
        options={
            "and": "AND: 1 if both inputs are 1",
            "or": "OR: 1 if any input is 1",
            "xor": "XOR: 1 if just one input is 1",
        },
    )
    w1 = Control(4.0, label="weight", symbol="w₁", low=-10, high=10, step=0.1)
    w2 = Control(4.0, label="weight", symbol="w₂", low=-10, high=10, step=0.1)
    b = Control(-2.0, label="bias", symbol="b", low=-15, high=15, step=0.1)
    inputs = Choice(
        "10",
        label="inputs in the diagram",
        options={f"{x1}{x2}": f"x₁ = {x1}, x₂ = {x2}" for x1, x2 in CORNERS},
    )

    def draw(self, figure: Figure) -> None:
        diagram, plane = figure.subplots(1, 2, width_ratios=[11, 10])
        chosen = tuple(int(digit) for digit in self.inputs)
        _draw_diagram(diagram, chosen, (self.w1, self.w2, self.b))
        weights = self.w1, self.w2, self.b
        draw_probability(plane, *weights, across=REACH, up=REACH)
        for grid in (0, 1):
            plane.axhline(grid, color=figures.GREY, linewidth=0.6)
            plane.axvline(grid, color=figures.GREY, linewidth=0.6)
        ends = chord(*weights, across=REACH, up=REACH)
        if ends:
            plane.plot(*np.transpose(ends), color=figures.INK)
            tail, head = arrow(*weights)
            plane.add_patch(_pointer(tail, head, figures.INK, 2))
            u = np.subtract(head, tail) / math.dist(head, tail)
            place = head + 0.14 * np.array([u[1], -u[0]])
            plane.text(*place, "w", color=figures.INK, ha="center", va="center", clip_on=True)
        for corner, target in zip(CORNERS, TARGETS[self.task], strict=True):
            color = figures.text_shade(CLASS_COLORS[target])
            plane.plot(*corner, "o", color=color, markersize=15)
            if corner == chosen:
                ring = {"markerfacecolor": "none", "markeredgecolor": figures.INK}
                plane.plot(*corner, "o", markersize=21, markeredgewidth=1.5, **ring)
            plane.text(*corner, target, color="white", ha="center", va="center_baseline")
            side = np.dot(weights, (*corner, 1)) * (1 if target else -1)
            share = logistic(side if target else -side)
            words = (
                f"{_share(share)} {'✓' if side > 1e-9 else '✗'}\nerror {_share(logistic(-side))}"
            )
            top = corner[1] == 1
            align = {"ha": "center", "va": "bottom" if top else "top"}
            place = corner[0], corner[1] + (0.18 if top else -0.18)
            plane.text(*place, words, color=figures.INK, size=9, bbox=PAPER, **align)
        plane.set(xlabel="x₁", ylabel="x₂", xticks=[0, 1], yticks=[0, 1])


PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.7}


def _share(p: float) -> str:
    return "<0.001" if p < 0.0005 else ">0.999" if p > 0.9995 else f"{p:.3f}"


def _short(value: float) -> str:
    return f"{round(value, 2) + 0:g}".replace("-", "−")


def _pointer(tail, head, color, width: float) -> FancyArrowPatch:
    size = {"arrowstyle": "-|>", "mutation_scale": 8 + 2.5 * width, "shrinkA": 0, "shrinkB": 0}
    return FancyArrowPatch(tail, head, color=color, linewidth=width, joinstyle="miter", **size)


def _draw_diagram(ax: Axes, inputs: tuple[int, int], weights: tuple[float, float, float]) -> None:
    """Inputs, weights on arrows as thick as they are large, sum, σ and output."""
    ax.set(xlim=(0, 11), ylim=(0, 10), aspect="equal")
    ax.axis("off")
    z = float(np.dot(weights, (*inputs, 1)))
    node = {"facecolor": "white", "edgecolor": figures.INK, "linewidth": 1.3, "zorder": 3}
    text = {"ha": "center", "va": "center", "zorder": 4, "color": figures.INK}
    rows = zip(
        (8.6, 5, 1.4), (*inputs, 1), ("x₁", "x₂", ""), ("w₁", "w₂", "b"), weights, strict=True
    )
    for y, value, name, letter, weight in rows:
        color = CLASS_COLORS[int(weight > 0)] if weight else figures.GREY
        far = math.hypot(4.2, 5 - y)
        rim = (5.9 - 0.85 * 4.2 / far, 5 - 0.85 * (5 - y) / far)
        ax.add_patch(_pointer((1.7, y), rim, color, 1 + 0.4 * abs(weight)))
        ax.add_patch(Circle((1.7, y), 0.7, **node))
        ax.text(1.7, y, value, **text)
        ax.text(0.8, y, name, **text | {"ha": "right"})
        lift = {8.6: 0.25, 5: 0.6, 1.4: -0.25}[y]
        words = f"{letter} = {_short(weight)}"
        ax.text(2.6, y + lift, words, **text | {"ha": "left"}, size=9.5)
    for tail, head in (((5.9, 5), (7.5, 5)), ((8.2, 5), (11, 5))):
        ax.add_patch(_pointer(tail, head, figures.INK, 1.2))
    for x in (5.9, 8.2):
        ax.add_patch(Circle((x, 5), 0.85, **node))
    ax.text(5.9, 5, "Σ", **text, size=15)
    grid = np.linspace(-6, 6, 61)
    ax.plot(8.2 + grid / 10, 4.5 + logistic(grid), color=figures.SIGMA, linewidth=1.5, zorder=4)
    dot = min(6.0, max(-6.0, z))
    ax.plot(8.2 + dot / 10, 4.5 + logistic(dot), "o", color=figures.INK, markersize=4, zorder=5)
    ax.text(10.2, 5.5, _share(logistic(z)), **text, weight="bold")
    for x, words in ((5.9, f"z = {_short(z)}"), (8.2, "σ(z)"), (10.2, "output")):
        ax.text(x, 3.6, words, **text, size=9.5)


def arrow(w1: float, w2: float, b: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Tail and head of the arrow w, from the line's point nearest `FREE`, longer for larger w."""
    length = math.hypot(w1, w2)
    n1, n2 = w1 / length, w2 / length
    depth = -(w1 * FREE[0] + w2 * FREE[1] + b) / length
    reach = depth + 0.18 + 0.02 * length
    return tuple((FREE[0] + t * n1, FREE[1] + t * n2) for t in (depth, reach))
