"""Lay a logistic curve over counts; see what counts from before the inflection cannot tell."""

from typing import Any

import numpy as np
import traitlets
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from sigmoids import datasets, figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.functions import logistic_curve
from sigmoids.growth import Growth, capacity_range, factor, fit

# Each series with its words, its frame, and for each control the range, the step and the start.
SERIES = {
    "yeast": {
        "label": "Carlson’s yeast, 1913",
        **{"time": "hour", "axis": "hours", "at": "at hour ", "moment": "hour "},
        **{"count": "amount of yeast", "noun": "amounts", "unit": ""},
        "decimals": [0, 2, 2],  # of K, of the misfit, of the midpoint
        "frame": [-0.5, 18.5, 0, 900],
        "K": [100, 1500, 1, 500],
        "r": [0.1, 1.2, 0.001, 0.4],
        "t0": [2, 14, 0.01, 6],
        "until": [4, 18, 1, 18],
        "point": [0, 18, 1, 9],
        "shift": [-5, 5, 0.1, 0],
    },
    "belgium": {
        "label": "Belgium, 1815 to 1845",
        **{"time": "year", "axis": "year", "at": "in ", "moment": ""},
        **{"count": "millions of persons", "noun": "counts", "unit": " million persons"},
        "decimals": [2, 3, 0],
        "frame": [1800, 1980, 0, 13],
        "K": [4, 25, 0.01, 10],
        "r": [0.005, 0.1, 0.0001, 0.02],
        "t0": [1780, 2000, 0.1, 1830],
        "until": [1845, 1967, 122, 1845],
        "point": [1815, 1845, 15, 1830],
        "shift": [-5, 5, 0.1, 0],
    },
    "united_states": {
        "label": "United States, 1790 to 2020",
        **{"time": "year", "axis": "year", "at": "in ", "moment": ""},
        **{"count": "millions of persons", "noun": "counts", "unit": " million persons"},
        "decimals": [0, 3, 0],
        "frame": [1780, 2030, 0, 550],
        "K": [10, 1000, 1, 150],
        "r": [0.01, 0.06, 0.0001, 0.025],
        "t0": [1800, 2040, 0.1, 1900],
        "until": [1820, 2020, 10, 1910],
        "point": [1790, 2020, 10, 1850],
        "shift": [-5, 5, 0.1, 0],
    },
}
CURVE, DATA = ("K", "r", "t0"), ("until", "point", "shift")


def counts(series: str) -> datasets.Series:
    """All counts of a series; persons in millions. Belgium: Verhulst's three, and 1967."""
    if series == "yeast":
        return datasets.load_carlson()
    if series == "belgium":
        parts = datasets.load_belgium(1845), datasets.load_belgium("later")
        t, p = (np.concatenate(pair) for pair in zip(*parts, strict=True))
    else:
        t, p = datasets.load_united_states()
    return datasets.Series(t, p / 1e6)


class GrowthDemo(Demo):
    """Counts over time, and P(t) = K·σ(r(t − t₀)) laid over them by hand or by least squares.

    Parameters: `series` ("yeast", "belgium" or "united_states"); `K`, capacity (in the unit of the
    counts; persons in millions); `r`, rate (1/h or 1/year); `t0`, midpoint (h or year); `until`,
    the last time whose count is used; `point`, the time of one count that is moved by `shift`
    percent, −5 to 5. Ranges depend on the series: `SERIES`. `fit()` lays the best curve.
    """

    stem = "growth"
    height = 340
    lines = 4
    linkable = True
    alt = (
        "Counts over time as dots, hollow where they are not used, and a logistic curve beside "
        "them: short upright lines show by how much it misses each count, a dashed line its "
        "capacity."
    )

    series = Choice("yeast", label="data", options={k: v["label"] for k, v in SERIES.items()})
    K = Control(500.0, label="capacity", symbol="K", low=100, high=1500, step=1)
    r = Control(0.4, label="rate", symbol="r", low=0.1, high=1.2, step=0.001)
    t0 = Control(6.0, label="midpoint", symbol="t₀", low=2, high=14, step=0.01)
    until = Control(18.0, label="data up to", symbol="", low=4, high=18, step=1)
    point = Control(9.0, label="moved point", symbol="", low=0, high=18, step=1)
    shift = Control(0.0, label="moved by", symbol="", low=-5, high=5, step=0.1, unit="%")

    _told = False  # whether the page is setting parameters

    def __init__(self, series: str = "yeast", **parameters):
        if series not in SERIES:
            raise ValueError(f"series must be one of {', '.join(SERIES)}; got {series!r}.")
        start = {name: SERIES[series][name][3] for name in CURVE + DATA}
        super().__init__(series=series, **start | parameters)

    def control(self, name: str) -> dict[str, Any]:
        if name == "series":
            return super().control(name)
        low, high, step, _ = SERIES[self.series][name]
        return super().control(name) | {"low": low, "high": high, "step": step}

    @traitlets.validate("point")
    def _is_a_count(self, proposal):
        times = counts(self.series).t
        if proposal.value not in times:
            raise traitlets.TraitError(
                f"point must be the time of a count: {', '.join(f'{t:g}' for t in times)}; "
                f"got {proposal.value:g}."
            )
        return proposal.value

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """What the page sends; it chooses the start of another series itself."""
        self._told = True
        try:
            super().set_state(sync_data)
        finally:
            self._told = False

    @traitlets.observe("series")
    def _start_again(self, change):
        if not self._told and change.old in SERIES and change.old != change.new:
            for name in CURVE + DATA:
                setattr(self, name, SERIES[self.series][name][3])

    def used(self) -> datasets.Series:
        """The counts up to `until`, one of them moved."""
        t, p = self._moved()
        return datasets.Series(t[t <= self.until], p[t <= self.until])

    def _moved(self) -> datasets.Series:
        t, p = counts(self.series)
        return datasets.Series(t, np.where(t == self.point, p * (1 + self.shift / 100), p))

    def _best(self) -> Growth:
        """The best curve, or with a greater K than the slider's, the best for the slider's end."""
        best, high = fit(*self.used()), self.control("K")["high"]
        return fit(*self.used(), K=high) if best.K > high else best

    def fit(self) -> None:
        """Set K, r and t₀ by least squares, rounded to steps, K at most its range's end."""
        for name, value in self._rounded(self._best()).items():
            setattr(self, name, value)

    def _rounded(self, curve: "Growth | GrowthDemo") -> dict[str, float]:
        """K, r and t₀ as finely as the controls tell them."""
        rounded = {}
        for name in CURVE:
            low, _, step, _ = SERIES[self.series][name]
            rounded[name] = round(low + round((getattr(curve, name) - low) / step) * step, 6)
        return rounded

    def build_spec(self) -> dict[str, Any]:
        tables = {}
        for name, words in SERIES.items():
            t, p = counts(name)
            tables[name] = words | {"t": t.tolist(), "p": p.tolist()}
        most = max(len(table["t"]) for table in tables.values())
        factors = [factor(n) if n > 3 else 0 for n in range(most + 1)]
        return super().build_spec() | {"series": tables, "factors": factors}

    def draw(self, figure: Figure) -> None:
        words, (t, p), used = SERIES[self.series], self._moved(), self.used()
        left, right, bottom, top = words["frame"]
        ax, best, is_used = figure.subplots(), self._best(), t <= self.until
        laid = best if self._rounded(self) == self._rounded(best) else self
        curve = {"ceiling": laid.K, "steepness": laid.r, "midpoint": laid.t0}
        ax.set(xlim=(left, right), ylim=(bottom, top), xlabel=words["axis"], ylabel=words["count"])
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
        if laid is best and len(used.t) > 3:
            _draw_range(ax, used)
        if not is_used.all():
            ax.axvline(self.until, color=figures.GREY, linewidth=1, linestyle=":")
            grey = figures.text_shade(figures.GREY)
            ax.set_title("○ not used", loc="right", color=grey, fontsize=11)
        ax.vlines(used.t, used.p, logistic_curve(used.t, **curve), color=figures.VERMILION, lw=1.5)
        grid = np.linspace(left, right, 300)
        ax.plot(grid, logistic_curve(grid, **curve), color=figures.SIGMA)
        inside = laid.K <= top
        if inside:
            ax.axhline(laid.K, color=figures.GREY, linewidth=1.2, linestyle="--")
        if left <= laid.t0 <= right and laid.K / 2 <= top:
            ax.plot(laid.t0, laid.K / 2, "o", color=figures.SIGMA, markersize=9)
        place = left + 0.01 * (right - left), laid.K + 0.02 * top if inside else 0.95 * top
        figures.label_line(ax, *place, "capacity K" if inside else "capacity K ↑", figures.GREY)
        dots = {"color": figures.DATA, "clip_on": False, "zorder": 3, "markersize": 5.5}
        ax.plot(*used, "o", **dots)
        ax.plot(t[~is_used], p[~is_used], "o", **dots | {"markerfacecolor": "white"})
        if self.shift or self.point != words["point"][3]:
            self._draw_moved(ax, self.point, p[t == self.point][0])

    def _draw_moved(self, ax: Axes, t: float, p: float) -> None:
        """A ring about the moved count, and its name where a rising curve leaves room."""
        (left, right), top = ax.get_xlim(), ax.get_ylim()[1]
        ax.plot(t, p, "o", color=figures.DATA, markersize=13, fillstyle="none", clip_on=False)
        moved = f" {self.shift:+.1f}%".replace("-", "−") if self.shift else ""
        low, late = p < 0.12 * top, t > right - 0.15 * (right - left)
        align = {"ha": "right" if low or late else "left", "textcoords": "offset points"}
        text = f"{SERIES[self.series]['moment']}{t:g}{moved}"
        ax.annotate(text, (t, p), (0, 15 if low else -24), **align)


def _draw_range(ax: Axes, used: datasets.Series) -> None:
    """The room between the curves of least and of greatest K in the 95% range."""
    (left, right), top = ax.get_xlim(), ax.get_ylim()[1]
    grid, (low, high) = np.linspace(left, right, 300), capacity_range(*used)
    ax.fill_between(grid, low(grid), high(grid), color=figures.SKY, alpha=0.4, linewidth=0)
    foot, head = low(right), min(top, high(right))
    wide = head - foot > 0.2 * top
    if head - foot > 0.05 * top:
        align = {"ha": "right", "va": "top"}
        place = right - 0.01 * (right - left), (head if wide else foot) - 0.02 * top
        figures.label_line(ax, *place, "95% range", figures.SIGMA, **align)
