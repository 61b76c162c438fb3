"""Two populations of neurons that excite and inhibit each other: they rest, remember or swing."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.models.cortex import SETS, Pair

REACH = (-0.05, 0.5)
SPAN = 40  # τ


class CortexDemo(Demo):
    """What two coupled populations do: E and I from a start, with all their fixed points.

    E and I are the shares of excitatory and inhibitory cells that become active in a unit of
    time, counted from rest. `Pair` has their equations.

    Parameters: `coupling` ("rhythm", "memory" or "weak"); `P` and `Q`, the input to the excitatory
    (-1 to 3) and to the inhibitory cells (-2 to 3); `E0` and `I0`, the start (-0.05 to 0.5).
    Unless given, P is 1.25, and 0 for "memory".
    """

    stem = "cortex"
    height = 480
    linkable = True
    button_rows = 2
    alt = (
        "Inhibitory against excitatory activity: the two curves on which one of them stands "
        "still, the points where they cross, and the way from a start to rest or into a loop. "
        "Beside it, both activities over time."
    )

    coupling = Choice("rhythm", label="coupling", options={k: v["label"] for k, v in SETS.items()})
    P = Control(1.25, label="input to excitatory cells", symbol="P", low=-1, high=3, step=0.05)
    Q = Control(0.0, label="input to inhibitory cells", symbol="Q", low=-2, high=3, step=0.05)
    E0 = Control(0.1, label="start at", symbol="E", low=-0.05, high=0.5, step=0.005)
    I0 = Control(0.3, label="start at", symbol="I", low=-0.05, high=0.5, step=0.005)

    def __init__(self, coupling: str = "rhythm", **parameters):
        start = {"P": SETS[coupling]["P"]} if coupling in SETS else {}
        super().__init__(coupling=coupling, **start | parameters)

    def build_spec(self) -> dict[str, Any]:
        return super().build_spec() | {"sets": SETS}

    def draw(self, figure: Figure) -> None:
        pair, times = Pair(self.coupling, self.P, self.Q), np.linspace(0, SPAN, 281)
        e, i = pair.path((self.E0, self.I0), times)
        # A solved layout differs in last digits from run to run, and so would the SVG's ids.
        figure.set_layout_engine("none")
        plane, clock = (figure.add_axes((x, 0.11, w, 0.82)) for x, w in ((0.1, 0.46), (0.63, 0.33)))
        _draw_plane(plane, pair, e, i)
        clock.plot(times, e, color=figures.SIGMA)
        clock.plot(times, i, color=figures.SLOPE)
        apart = max(0, 0.03 - abs(e[-1] - i[-1])) / 2 * (1 if e[-1] >= i[-1] else -1)
        figures.label_line(clock, SPAN + 0.7, e[-1] + apart, "E", figures.SIGMA, va="center")
        figures.label_line(clock, SPAN + 0.7, i[-1] - apart, "I", figures.SLOPE, va="center")
        clock.set(xlim=(0, SPAN), ylim=REACH, xlabel="time, in τ")
        clock.set(xticks=[0, 20, 40], yticks=[0, 0.2, 0.4])


def _draw_plane(ax: Axes, pair: Pair, e: np.ndarray, i: np.ndarray) -> None:
    points, ink = pair.fixed_points(), figures.INK
    _draw_directions(ax, pair)
    for u, v, kind in points:
        face = ink if kind == "stable" else "white"
        ax.plot(u, v, "o", color=ink, markerfacecolor=face, markersize=7, zorder=4)
        if kind == "saddle" and sum(k == "stable" for _, _, k in points) > 1:
            rates, ways = np.linalg.eig(pair.jacobian(u, v))
            for side in (-1e-4, 1e-4):
                aside = (u, v) + side * ways[:, np.argmin(rates)]
                back = pair.path(aside, np.linspace(0, -25, 501))
                ax.plot(*back, color=figures.GREY, linewidth=1.2, linestyle=":")
    x = np.linspace(-8, 12, 241)
    (e1, i1), (e2, i2) = _near(*pair.still_e(x)), _near(*pair.still_i(x))
    ax.plot(e1, i1, color=figures.SIGMA)
    ax.plot(e2, i2, color=figures.SLOPE)
    ax.plot(e, i, color=ink, linewidth=1.2)
    gone = np.hypot(np.diff(e), np.diff(i)).cumsum()
    for j in np.searchsorted(gone, [0.12, 0.4]):
        if 0 < j < gone.size:
            ends = {"xy": (e[j], i[j]), "xytext": (e[j - 1], i[j - 1])}
            ax.annotate("", **ends, arrowprops={"arrowstyle": "->", "color": ink})
    ax.plot(e[0], i[0], "o", color=ink, markerfacecolor="white", markersize=11, zorder=5)
    ax.plot(e[0], i[0], ".", color=ink, zorder=6)
    paper = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    ax.text(e[0] + 0.02, i[0], "start", va="center", bbox=paper)
    top = np.argmax(i1 < 0.47)
    figures.label_line(ax, e1[top] + 0.012, 0.46, "E stands still", figures.SIGMA, bbox=paper)
    low = np.interp(0.3, e2, i2)
    at = (0.3, low - 0.035) if low < 0.25 else (np.interp(0.41, i2, e2) - 0.012, 0.41)
    side = "left" if low < 0.25 else "right"
    figures.label_line(ax, *at, "I stands still", figures.SLOPE, ha=side, bbox=paper)
    ax.set(xlim=REACH, ylim=REACH, xlabel="E, excitatory activity", ylabel="I, inhibitory")
    ax.set(xticks=[0, 0.2, 0.4], yticks=[0, 0.2, 0.4])
    ax.set_title("● stable ○ unstable", loc="right", fontsize=10.5)


def _draw_directions(ax: Axes, pair: Pair) -> None:
    """A short stroke at each point of a grid, along the flow."""
    e, i = (grid.ravel() for grid in np.mgrid[-0.02:0.5:0.06, -0.02:0.5:0.06])
    de, di = np.array(pair.flow(0, (e, i)))
    size = np.hypot(de, di) / 0.008
    gap = np.full(e.size, np.nan)
    ends = [np.stack([z - d / size, z + d / size, gap], axis=1) for z, d in ((e, de), (i, di))]
    ax.plot(*(end.ravel() for end in ends), color="#CCCCCC", linewidth=1)


def _near(e: np.ndarray, i: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    near = (np.abs(e - 0.225) < 0.35) & (np.abs(i - 0.225) < 0.35)
    return e[near], i[near]
