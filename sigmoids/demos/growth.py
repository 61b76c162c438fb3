"""Lay a logistic curve over counts: Carlson's yeast, or Belgium as Verhulst had it."""

from typing import Any

import traitlets
from matplotlib.figure import Figure

from sigmoids import datasets, figures
from sigmoids.demos.kit import Choice, Control, Demo

# Each series with its words, its axes, and the range and start of each slider.
SERIES = {
    "yeast": {
        "label": "Carlson’s yeast, 1913",
        "time": "hours",
        "count": "amount of yeast",
        "unit": "",
        "frame": [0, 18, 0, 800],
        "K": [300, 1000, 1, 500],
        "r": [0.1, 1.2, 0.005, 0.4],
        "t0": [2, 14, 0.05, 6],
    },
    "belgium": {
        "label": "Belgium, 1815 to 1845",
        "time": "year",
        "count": "millions of persons",
        "unit": "million",
        "frame": [1780, 1920, 0, 12],
        "K": [4.9, 12, 0.01, 10],
        "r": [0.01, 0.05, 0.0001, 0.02],
        "t0": [1780, 1860, 0.5, 1830],
    },
}


def _points(name: str) -> tuple[list[float], list[float]]:
    if name == "yeast":
        t, p = datasets.load_carlson()
        return t.tolist(), p.tolist()
    t, p = datasets.load_belgium(1845)
    return t.tolist(), (p / 1e6).tolist()


class GrowthDemo(Demo):
    """Counts over time, and P(t) = K·σ(r(t − t₀)) laid over them by hand or by least squares.

    Parameters: `series` ("yeast" or "belgium"); `K`, capacity (in the unit of the counts; Belgium:
    millions); `r`, rate (1/h or 1/year); `t0`, midpoint (h or year).
    """

    stem = "growth"
    height = 340
    linkable = True
    alt = "Counts over time as dots and a logistic curve that can be laid over them."

    series = Choice("yeast", label="data", options={k: v["label"] for k, v in SERIES.items()})
    K = Control(500.0, label="capacity", symbol="K", low=300, high=1000, step=1)
    r = Control(0.4, label="rate", symbol="r", low=0.1, high=1.2, step=0.005)
    t0 = Control(6.0, label="midpoint", symbol="t₀", low=2, high=14, step=0.05)

    def __init__(self, series: str = "yeast", **parameters):
        if series not in SERIES:
            raise ValueError(f"series must be one of {', '.join(SERIES)}; got {series!r}.")
        start = {name: SERIES[series][name][3] for name in ("K", "r", "t0")}
        super().__init__(series=series, **start | parameters)

    def control(self, name: str) -> dict[str, Any]:
        if name == "series":
            return super().control(name)
        low, high, step, _ = SERIES[self.series][name]
        return super().control(name) | {"low": low, "high": high, "step": step}

    @traitlets.observe("series")
    def _start_again(self, change):
        if change.old in SERIES and change.old != change.new:
            for name in ("K", "r", "t0"):
                setattr(self, name, SERIES[self.series][name][3])

    def build_spec(self) -> dict[str, Any]:
        tables = {}
        for name, words in SERIES.items():
            t, p = _points(name)
            tables[name] = words | {"t": t, "p": p}
        return super().build_spec() | {"series": tables}

    def draw(self, figure: Figure) -> None:
        t, p = _points(self.series)
        words = SERIES[self.series]
        ax = figure.subplots()
        figures.draw_growth(ax, t, p, K=self.K, r=self.r, t0=self.t0)
        left, right, bottom, top = words["frame"]
        ax.set(xlim=(left, right), ylim=(bottom, top), xlabel=words["time"], ylabel=words["count"])
