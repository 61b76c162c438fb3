"""The figures of the chapter on nets."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids.figures.style import GREEN, GREY, INK, ORANGE, PURPLE, SIGMA, SLOPE, label_line


def draw_population(ax: Axes, x, sigma, *, few, many) -> Axes:
    """The share of cells whose threshold lies below x: of few cells, of many, and σ.

    `few`, `many`: thresholds, (cells,).
    """
    ax.plot(x, np.mean(many[:, None] < x, axis=0), color=GREY, linewidth=1.6)
    ends = np.concatenate([[x[0]], np.sort(few), [x[-1]]])
    shares = np.arange(len(few) + 1) / len(few)
    ax.step(ends, [*shares, 1], where="post", color=ORANGE, linewidth=1.6)
    ax.plot(x, sigma, color=SIGMA)
    label_line(ax, 1.5, 0.55, f"{len(few)} cells", ORANGE)
    label_line(ax, -2.2, 0.3, f"{len(many)} cells and σ", SIGMA, ha="right")
    ax.set(xlabel="excitation x", ylabel="share of cells excited", xlim=(x[0], x[-1]))
    ax.set(ylim=(-0.02, 1.03), yticks=[0, 0.5, 1])
    return ax


def draw_regime(ax: Axes, still_e, still_i, points, *, path=None) -> Axes:
    """Phase plane: where E and where I stand still, the steady states, and a path.

    `still_e`, `still_i`, `path`: pairs of arrays (E, I); `points`: (E, I, stable).
    """
    ax.plot(*still_e, color=SIGMA)
    ax.plot(*still_i, color=SLOPE)
    if path is not None:
        ax.plot(*path, color=INK, linewidth=1.2)
    for e, i, stable in points:
        face = INK if stable else "white"
        ax.plot(e, i, "o", color=INK, markerfacecolor=face, markersize=8, zorder=4, clip_on=False)
    label_line(ax, 0.02, 0.46, "E still", SIGMA)
    label_line(ax, 0.5, 0.31, "I still", SLOPE, ha="right")
    ax.set(xlabel="E", ylabel="I", xlim=(-0.04, 0.5), ylim=(-0.04, 0.5))
    ax.set(xticks=[0, 0.2, 0.4], yticks=[0, 0.2, 0.4])
    return ax


def draw_hysteresis(ax: Axes, P, E, stable) -> Axes:
    """Steady states E over the input P along one curve, (n,) each; dashed where not stable."""
    ax.plot(P, np.where(stable, E, np.nan), color=SIGMA)
    ax.plot(P, np.where(stable, np.nan, E), color=SIGMA, linewidth=1.2, linestyle="--")
    label_line(ax, -0.75, 0.42, "active", SIGMA)
    label_line(ax, 0.4, 0.03, "at rest", SIGMA)
    ax.set(xlabel="input P", ylabel="steady E", xlim=(-0.8, 0.8), ylim=(-0.05, 0.5))
    ax.set(xticks=[-0.5, 0, 0.5], yticks=[0, 0.2, 0.4])
    return ax


def draw_rhythm(ax: Axes, P, hertz, *, first, rest) -> Axes:
    """Frequency of the limit cycle over the input P, (n,) each, from 0 at the input `first`.

    `rest`: rest is stable up to the first of these inputs, and from the second on.
    """
    low, high = 0.8, 2.2
    ax.plot([first, *P], [0, *hertz], color=INK)
    for ends in ((low, rest[0]), (rest[1], high)):
        ax.plot(ends, (1, 1), color=GREEN, linewidth=5, solid_capstyle="butt")
    label_line(ax, 1.04, 4, "rest", GREEN, ha="right")
    label_line(ax, rest[1] + 0.02, 4, "rest", GREEN)
    label_line(ax, 1.52, 28, "rhythm", INK)
    ax.set(xlabel="input P", ylabel="frequency, Hz", xlim=(low, high), ylim=(0, 60))
    ax.set(xticks=[1, 1.5, 2], yticks=[0, 20, 40, 60])
    return ax


def draw_recall(ax: Axes, images: dict) -> Axes:
    """Small pictures side by side with their names; values from -1, white, to 1, black."""
    for place, (name, image) in enumerate(images.items()):
        rows, columns = np.shape(image)
        left = place * (columns + 2)
        box = (left, left + columns, 0, rows)
        ax.imshow(image, cmap="gray_r", vmin=-1.2, vmax=1.2, extent=box, interpolation="nearest")
        ax.plot(*np.array([box[:2] * 2, (0, 0, rows, rows)])[:, [0, 1, 3, 2, 0]], color=GREY)
        ax.text(left + columns / 2, rows + 0.6, name, ha="center")
    ax.set(xlim=(-0.3, left + columns + 0.3), ylim=(-0.3, rows + 2.2), aspect="equal")
    ax.axis("off")
    return ax


def draw_stairs(ax: Axes, way, losses: dict) -> Axes:
    """The loss along a way through weight space for σ(z), a steeper σ and the threshold."""
    for color, (name, loss) in zip((SIGMA, GREEN, PURPLE), losses.items(), strict=True):
        ax.plot(way, loss, color=color, linewidth=2.4 if name == "σ(z)" else 1.6)
    label_line(ax, 0.2, 3.9, "σ(z)", SIGMA)
    label_line(ax, 0.012, 2.2, "σ(20z)", GREEN)
    label_line(ax, 0.06, 5.6, "threshold", PURPLE)
    ax.set(xlabel="way from the first weights (0) to a solution (1)", ylabel="loss C")
    ax.set(xlim=(0, 0.4), ylim=(-0.1, 7), xticks=[0, 0.1, 0.2, 0.3, 0.4])
    return ax
