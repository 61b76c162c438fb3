"""Forward and backward through a net of three sigmoids, node by node; then it learns XOR."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.functions import logistic
from sigmoids.models.backprop import CORNERS, NAMES, backpropagate, descend, sums

NEAR = 0.1  # an answer this near its target counts as learnt
# Of each stage: the node and the lines that it is about; 9 is the line from the output to E.
STAGES = [
    *([-1], [1, 0, 1], [2, 3, 4], [3, 6, 7], [4, 9], [3, 9]),
    *([3, 9, 6, 7], [1, 9, 6], [1, 9, 6, 0, 1], [2, 9, 7], [2, 9, 7, 3, 4]),
]
SEEN = [8, 8, 8, 10, 10, 10, 6, 6, 6]  # the stage from which each gradient is known


class BackpropDemo(Demo):
    """A net of two inputs, two hidden nodes and one output, all logistic, on its way to XOR.

    Parameters: `stage` of one pass at `corner`: 0 inputs, 1 h₁, 2 h₂, 3 output, 4 error E, and
    back: 5 δ₃, 6 its weights, 7 δ₁, 8 its weights, 9 δ₂, 10 its weights. `corner`: "00", "01",
    "10" or "11", the inputs x₁ and x₂. `steps` of gradient descent taken, 0 to 1000; `rate`, the
    learning rate η (0.1 to 8), from the first step on; `start`, 0 to 20: which first weights.
    """

    stem = "backprop"
    height = 400
    linkable = True
    lines = 6
    button_rows = 2
    alt = (
        "A net of two inputs, two hidden nodes and one output with the number in each node and on "
        "each line, and the error’s way back from the output to the weights; beside it the "
        "net’s answers over the square of inputs, and the loss over the steps of descent."
    )

    stage = Control(
        8, label="stage: to 4 forward, then back", symbol="", low=0, high=10, step=1, whole=True
    )
    corner = Choice(
        "10",
        label="inputs (x₁, x₂), target t",
        options={f"{a}{b}": f"({a}, {b}), t = {a ^ b}" for a, b in CORNERS.tolist()},
    )
    steps = Control(
        0, label="steps of gradient descent", symbol="", low=0, high=1000, step=1, whole=True
    )
    rate = Control(2, label="learning rate", symbol="η", low=0.1, high=8, step=0.1)
    start = Control(
        15, label="start, with its own first weights", symbol="", low=0, high=20, step=1, whole=True
    )

    def draw(self, figure: Figure) -> None:
        net, right = figure.subfigures(1, 2, width_ratios=[2, 1])
        square, loss = right.subplots(2, 1, height_ratios=[3, 2])
        weights, losses = descend(int(self.start), self.rate, int(self.steps))
        x = np.array([int(c) for c in self.corner])
        draw_net(net.subplots(), weights, x, stage=int(self.stage))
        draw_answers(square, weights, x)
        loss.plot(range(0, len(losses), 5), losses[::5], color=figures.SIGMA)
        loss.plot(len(losses) - 1, losses[-1], "o", color=figures.SIGMA)
        loss.set(
            xlim=(0, 1000), xticks=[0, 1000], ylim=(0, max(0.8, 1.1 * losses.max())), xlabel="steps"
        )
        loss.set_title("loss C", fontsize=10)


def draw_net(ax: Axes, weights: np.ndarray, x: np.ndarray, *, stage: int) -> Axes:
    """The net with its weights, and what one pass has computed by the given stage, 0 to 10."""
    done = backpropagate(weights, x)
    tint = figures.SIGMA if stage < 5 else figures.SLOPE
    places = {-1: (0, 2), -2: (0, 0), 1: (2.2, 2), 2: (2.2, 0), 3: (4.2, 1), 4: (4.2, 2.35)}
    ends = [(-1, 1), (-2, 1), None, (-1, 2), (-2, 2), None, (1, 3), (2, 3), None, (3, 4)]
    node, *active = STAGES[stage]
    for i, pair in enumerate(ends):
        if pair:
            on = i in active
            (x0, y0), (x1, y1) = places[pair[0]], places[pair[1]]
            ax.plot([x0, x1], [y0, y1], color=tint if on else "#BDBDBD", lw=2.5 if on else 1)

    paper = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    seen = [str(x[0]), str(x[1]), *(f"{a:.2f}" for a in done.a), f"{done.E:.3f}"]
    known = [0, 0, 1, 2, 3, 4]
    names = ["x₁", "x₂", "h₁", "h₂", "a", f"E, t = {done.target}"]
    for (n, place), name, value, since in zip(places.items(), names, seen, known, strict=True):
        on = n == node or (n < 0 and stage == 0)
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white"}
        box |= {"edgecolor": tint if on else figures.GREY, "linewidth": 2.5 if on else 1}
        text = f"{name}\n{value if stage >= since else '?'}"
        ax.text(*place, text, ha="center", va="center", size=9, bbox=box)

    def write(place, text, color=figures.INK):
        ax.text(*place, text, ha="center", va="center", size=8, bbox=paper,
                color=figures.text_shade(color))  # fmt: skip

    for i, weight in enumerate(weights):
        if ends[i]:
            share = 0.55 if i > 5 else 0.32 if i % 4 else 0.5
            a, b = np.array([places[n] for n in ends[i]])
            place = a + share * (b - a)
        else:
            place = np.array([(2.2, 2.42), (2.2, -0.42), (4.2, 0.16)][i // 3])
        half = np.array([0, 0.09])  # of a line of text
        write(place + half, f"{NAMES[i]} {_number(weight, 2)}")
        if stage >= SEEN[i]:
            write(place - half, _number(done.gradient[i], 3), figures.SLOPE)
    if stage > 4:
        write((4.2, 1.7), f"a − t  {_number(float(done.miss), 3)}", figures.SLOPE)
    for i, (place, since) in enumerate([((2.2, 1.5), 7), ((2.2, 0.5), 9), ((4.2, 0.52), 5)]):
        if stage >= since:
            words = f"σ′ {done.slope[i]:.3f}\nδ{'₁₂₃'[i]} {_number(done.delta[i], 3)}"
            write(place, words, figures.SLOPE)
    ax.set(xlim=(-0.4, 4.75), ylim=(-0.65, 2.65))
    ax.axis("off")
    return ax


def draw_answers(ax: Axes, weights: np.ndarray, x: np.ndarray) -> Axes:
    """The net's output over the square of inputs, and at the four corners; `x` is ringed."""
    middles = np.linspace(-0.4, 1.4, 33)[1::2]
    u, v = np.meshgrid(middles, middles)
    _, _, z = sums(weights, np.stack([u, v], axis=-1))
    fade = LinearSegmentedColormap.from_list("fade", ["white", figures.SIGMA])
    ax.imshow(logistic(z), cmap=fade, vmin=0, vmax=1 / 0.6, origin="lower", extent=2 * (-0.4, 1.4))
    for corner, a in zip(CORNERS, backpropagate(weights, CORNERS).a[:, 2], strict=True):
        face = figures.INK if corner[0] != corner[1] else "white"
        ring = {"ms": 9, "mew": 2.5} if (corner == x).all() else {"ms": 6, "mew": 1}
        ax.plot(*corner, "o", mfc=face, mec=figures.INK, **ring)
        ax.text(corner[0], corner[1] + 0.1, f"{a:.2f}", ha="center", size=9)
    ax.set(xticks=[], yticks=[], xlabel="x₁", ylabel="x₂", aspect="equal")
    ax.set_title("target: ● 1, ○ 0", fontsize=10)
    return ax


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return (text if float(text) else text.lstrip("-")).replace("-", "−")
