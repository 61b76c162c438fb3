"""Two populations of neurons that excite and inhibit each other: they rest, remember or swing."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.functions import logistic, logistic_slope

# Couplings c₁ to c₄, then (a, θ) of the excitatory and of the inhibitory response, and the P to
# start with. The first two sets stand under Figures 11a and 4 of Wilson and Cowan 1972; the third
# has a quarter of the second's couplings.
SETS = {
    "rhythm": {
        "label": "strong: can oscillate",
        "c": [16, 12, 15, 3],
        "a": [1.3, 2],
        "theta": [4, 3.7],
        "P": 1.25,
    },
    "memory": {
        "label": "strong: can remember",
        "c": [12, 4, 13, 11],
        "a": [1.2, 1],
        "theta": [2.8, 4],
        "P": 0.0,
    },
    "weak": {
        "label": "weak: can only rest",
        "c": [3, 1, 3.25, 2.75],
        "a": [1.2, 1],
        "theta": [2.8, 4],
        "P": 1.25,
    },
}
REACH = (-0.05, 0.5)
SPAN = 40  # τ


class Pair:
    """E′ = −E + (kₑ − E) Sₑ(c₁E − c₂I + P) and I′ = −I + (kᵢ − I) Sᵢ(c₃E − c₄I + Q).

    S(x) = σ(a(x − θ)) − σ(−aθ) is the response of a population and k = σ(aθ) its limit. Time is
    in units of τ. Wilson and Cowan 1972, equations 11, 12 and 15 with r = 1, in a transcription;
    their k is the greatest S. The Virtual Brain's wilson_cowan.py has Figure 4's numbers, too, but
    k = 1, which moves the fixed points a little and changes none of their kinds.
    """

    def __init__(self, coupling: str, P: float, Q: float):
        self.c, self.P, self.Q = SETS[coupling]["c"], P, Q
        self.a, self.theta = np.array(SETS[coupling]["a"]), np.array(SETS[coupling]["theta"])
        self.k = logistic(self.a * self.theta)

    def response(self, x, which: int):
        """S of the excitatory (0) or the inhibitory (1) population."""
        a, theta = self.a[which], self.theta[which]
        return logistic(a * (x - theta)) - logistic(-a * theta)

    def inputs(self, e, i):
        """What reaches the excitatory and the inhibitory population."""
        c1, c2, c3, c4 = self.c
        return c1 * e - c2 * i + self.P, c3 * e - c4 * i + self.Q

    def flow(self, t, state):
        """(E′, I′)."""
        e, i = state
        x, y = self.inputs(e, i)
        to_e, to_i = (self.k[0] - e) * self.response(x, 0), (self.k[1] - i) * self.response(y, 1)
        return [to_e - e, to_i - i]

    def jacobian(self, e: float, i: float) -> np.ndarray:
        """The derivative of the flow, 2 × 2."""
        c1, c2, c3, c4 = self.c
        x = np.array(self.inputs(e, i))
        gain = (self.k - [e, i]) * self.a * logistic_slope(self.a * (x - self.theta))
        decay = np.diag([1 + self.response(x[0], 0), 1 + self.response(x[1], 1)])
        return np.array([[c1, -c2], [c3, -c4]]) * gain[:, None] - decay

    def still_e(self, x):
        """(E, I) where E stands still, for each input x to E."""
        s = self.response(x, 0)
        e = self.k[0] * s / (1 + s)
        return e, (self.c[0] * e + self.P - x) / self.c[1]

    def still_i(self, x):
        """(E, I) where I stands still, for each input x to I."""
        s = self.response(x, 1)
        i = self.k[1] * s / (1 + s)
        return (x + self.c[3] * i - self.Q) / self.c[2], i

    def fixed_points(self) -> list[tuple[float, float, str]]:
        """All (E, I, "stable", "saddle" or "unstable"), from low to high E."""

        def change(x):
            return self.flow(0, self.still_i(x))[0]

        x = np.linspace(-12, 14, 5201)
        values, found = change(x), []
        for j in np.flatnonzero((values[:-1] > 0) != (values[1:] > 0)):
            e, i = map(float, self.still_i(brentq(change, x[j], x[j + 1], xtol=1e-13)))
            rates = np.linalg.eigvals(self.jacobian(e, i)).real
            kind = "stable" if max(rates) < 0 else "saddle" if min(rates) < 0 else "unstable"
            found.append((e, i, kind))
        return sorted(found)

    def path(self, start, times) -> np.ndarray:
        """(E, I) at the times, which may run backward, from a start at the first of them."""

        def far(t, state):
            return 1 - max(abs(state[0]), abs(state[1]))

        far.terminal = True
        ends, exact = (times[0], times[-1]), {"rtol": 1e-9, "atol": 1e-11}
        return solve_ivp(self.flow, ends, start, t_eval=times, events=far, **exact).y


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
