"""Forward and backward through a net of three sigmoids, node by node; then it learns XOR."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.functions import logistic
from sigmoids.models.backprop import CORNERS, NET, backpropagate, descend, sums


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
        8,
        label="stage: to 4 forward, then back",
        symbol="",
        low=0,
        high=len(NET["stages"]) - 1,
        step=1,
        whole=True,
    )
    corner = Choice(
        "10",
        label="inputs (x₁, x₂), target t",
        options={f"{a}{b}": f"({a}, {b}), t = {a ^ b}" for a, b in CORNERS.tolist()},
    )
    steps = Control(
        0,
        label="steps of gradient descent",
        symbol="",
        low=0,
        high=NET["steps"],
        step=1,
        whole=True,
    )
    rate = Control(2, label="learning rate", symbol="η", low=0.1, high=8, step=0.1)
    start = Control(
        15,
        label="start, with its own first weights",
        symbol="",
        low=0,
        high=NET["starts"],
        step=1,
        whole=True,
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
            xlim=(0, NET["steps"]),
            xticks=[0, NET["steps"]],
            ylim=(0, max(0.8, 1.1 * losses.max())),
            xlabel="steps",
        )
        loss.set_title("loss C", fontsize=10)


def draw_net(ax: Axes, weights: np.ndarray, x: np.ndarray, *, stage: int) -> Axes:
    """The net with its weights, and what one pass has computed by the given stage, 0 to 10."""
    done = backpropagate(weights, x)
    tint = figures.SIGMA if stage < NET["back"] else figures.SLOPE
    now = NET["stages"][stage]
    places = {"x1": (0, 2), "x2": (0, 0), "h1": (2.2, 2), "h2": (2.2, 0)}
    places |= {"a": (4.2, 1), "E": (4.2, 2.35)}
    for edge in NET["edges"]:
        on = edge in now["edges"]
        (x0, y0), (x1, y1) = (places[node] for node in edge.split())
        ax.plot([x0, x1], [y0, y1], color=tint if on else "#BDBDBD", lw=2.5 if on else 1)

    paper = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    seen = [str(x[0]), str(x[1]), *(f"{a:.2f}" for a in done.a), f"{done.E:.3f}"]
    for node, value in zip(NET["nodes"], seen, strict=True):
        on = node["id"] in now["nodes"]
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white"}
        box |= {"edgecolor": tint if on else figures.GREY, "linewidth": 2.5 if on else 1}
        name = f"E, t = {done.target}" if node["id"] == "E" else node["name"]
        text = f"{name}\n{value if stage >= node['known'] else '?'}"
        ax.text(*places[node["id"]], text, ha="center", va="center", size=9, bbox=box)

    def write(place, text, color=figures.INK):
        ax.text(*place, text, ha="center", va="center", size=8, bbox=paper,
                color=figures.text_shade(color))  # fmt: skip

    shares = {"h1 a": 0.55, "h2 a": 0.55, "x1 h1": 0.5, "x2 h2": 0.5}  # along the edge
    biases = {"h1": (2.2, 2.42), "h2": (2.2, -0.42), "a": (4.2, 0.16)}
    half = np.array([0, 0.09])  # of a line of text
    for weight, value, slope in zip(NET["weights"], weights, done.gradient, strict=True):
        if "from" in weight:
            a, b = (np.array(places[weight[end]]) for end in ("from", "to"))
            place = a + shares.get(f"{weight['from']} {weight['to']}", 0.32) * (b - a)
        else:
            place = np.array(biases[weight["to"]])
        write(place + half, f"{weight['name']} {_number(value, 2)}")
        if stage >= weight["gradientKnown"]:
            write(place - half, _number(slope, 3), figures.SLOPE)
    if stage >= NET["back"]:
        write((4.2, 1.7), f"a − t  {_number(float(done.miss), 3)}", figures.SLOPE)
    errors = [node for node in NET["nodes"] if "error" in node]
    under = [(2.2, 1.5), (2.2, 0.5), (4.2, 0.52)]
    for node, place, slope, delta in zip(errors, under, done.slope, done.delta, strict=True):
        if stage >= node["errorKnown"]:
            words = f"σ′ {slope:.3f}\n{node['error']} {_number(delta, 3)}"
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
