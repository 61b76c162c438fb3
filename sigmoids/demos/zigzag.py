"""Walk down a loss with all inputs positive, or centred: when does the path zig-zag?"""

import numpy as np
import traitlets
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.models.zigzag import BEST, FACTS, GOAL, MOST, descend, excess, pulls, together

VIEW = FACTS["view"]  # half the height of the plane that is shown


class ZigzagDemo(Demo):
    """The path of gradient descent over the loss of one sigmoid unit with two weights, no bias.

    Parameters: `inputs` ("positive", from 0.2 to 1, or "centred"); `batch` ("1", "4" or "32"), how
    many of the 32 examples a step averages; `rate`, learning rate, 0.5 to 16; `w1`, `w2`, the
    start, −5 to 5; `steps`, how many steps are shown, 0 to 200, which is all.
    """

    stem = "zigzag"
    height = 380
    lines = 4
    alt = (
        "Contours of a loss over two weights, a long valley, and the path of gradient descent "
        "from a start to the least loss; steps that move both weights the same way stand out."
    )

    inputs = Choice(
        "positive",
        label="inputs",
        options={"positive": "positive: 0.2 to 1", "centred": "the same, centred on 0"},
    )
    batch = Choice(
        "1",
        label="a step averages",
        options={"1": "one example", "4": "a mini-batch of 4", "32": "all 32 examples"},
    )
    rate = Control(5.0, label="learning rate", symbol="η", low=0.5, high=16, step=0.5)
    w1 = Control(-4.0, label="start", symbol="w₁", low=-5, high=5, step=0.1)
    w2 = Control(2.0, label="start", symbol="w₂", low=-5, high=5, step=0.1)
    steps = traitlets.Int(MOST).tag(sync=True)

    @traitlets.validate("steps")
    def _check_steps(self, proposal):
        if not 0 <= proposal.value <= MOST:
            raise traitlets.TraitError(
                f"steps must be between 0 and {MOST}, which is all; got {proposal.value}."
            )
        return proposal.value

    def parameters(self):
        return super().parameters() | {"steps": self.steps}

    def draw(self, figure: Figure) -> None:
        ax = figure.subplots()
        reach = VIEW * 1.9
        _draw_loss(ax, self.inputs, reach)
        start = (self.w1, self.w2)
        path = descend(inputs=self.inputs, batch=int(self.batch), rate=self.rate, start=start)
        shown = min(self.steps, len(path) - 1)
        at = path[shown if shown < len(path) - 1 else 0]
        fan = pulls(self.inputs, at)
        fan *= 2 / (np.linalg.norm(fan, axis=1).max() or 1)  # no pull at BEST
        _draw_pieces(ax, np.broadcast_to(at, fan.shape), at + fan, figures.GREY, 0.7)
        if shown in (0, len(path) - 1):
            text, beside = "start: each example’s pull", -3 if self.w2 > 2.5 else 2.5
            figures.label_line(ax, self.w1, self.w2 + beside, text, figures.INK, ha="center")
        same, path = together(path)[:shown], path[: shown + 1]
        for wanted, color, lift, text in (
            (True, figures.VERMILION, 5, "both weights up, or both down"),
            (False, figures.BLUE, 4.3, "one up, one down"),
        ):
            chosen = np.flatnonzero(same == wanted)
            _draw_pieces(ax, path[chosen], path[chosen + 1], color, 1.4 if wanted else 1.9)
            figures.label_line(ax, reach - 0.2, lift, text, color, ha="right")
        if shown < 80:
            ax.plot(*np.round(path, 4).T, ".", color=figures.INK, markersize=3)
        ax.plot(*start, "o", color=figures.INK, markersize=8)
        ax.set(xlim=(-reach, reach), ylim=(-VIEW, VIEW), xlabel="w₁", ylabel="w₂", aspect="equal")


def _draw_loss(ax: Axes, kind: str, reach: float) -> None:
    v, w = np.meshgrid(np.linspace(-reach, reach, 46), np.linspace(-VIEW, VIEW, 25))
    # Rounded, so that another processor's last digit leaves the picture as it is.
    height = np.round(excess(kind, np.stack([v, w], axis=-1)), 6)
    levels = [0.05, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8, 2.6, 3.6, 4.8]
    ax.contour(v, w, height, levels, colors="#C4C4C4", linewidths=0.9)
    v, w = np.meshgrid(BEST[0] + np.linspace(-1.5, 1.5, 31), BEST[1] + np.linspace(-1.5, 1.5, 31))
    height = np.round(excess(kind, np.stack([v, w], axis=-1)), 6)
    ax.contourf(v, w, height, [-1, GOAL], colors=[figures.BLUE], alpha=0.3)
    text = "goal: within 1% of the least loss"
    figures.label_line(ax, 6.8, -5.3, text, figures.INK, ha="right")


def _draw_pieces(ax: Axes, starts, ends, color: str, width: float) -> None:
    gaps = np.full_like(starts, np.nan)
    points = np.stack([starts, ends, gaps], axis=1).reshape(-1, 2)
    ax.plot(*np.round(points, 4).T, color=color, linewidth=width)
