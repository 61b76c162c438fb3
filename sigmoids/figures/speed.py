"""The figures of the chapter on speed. They draw measured tables, of whatever machine."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids.figures.style import GREY, INK, ORANGE, POWERS, SIGMA, label_line, raised


def draw_copy_bandwidth(ax: Axes, copied, seconds, caches) -> Axes:
    """Bytes that a copy reads and writes in a second, against the bytes of its two arrays.

    `copied`: (n,) bytes of both arrays; `seconds`: (n,) for each label, such as {"one thread": …};
    `caches`: bytes by name, such as {"L1": 49152}.
    """
    copied = np.asarray(copied, float)
    rates = {label: copied / np.asarray(values) / 1e9 for label, values in seconds.items()}
    every = np.concatenate(list(rates.values()))
    bottom, top = every.min() / 2, 4 * every.max()
    ends = _apart([rate[-1] for rate in rates.values()], bottom, top)
    for (label, rate), end, color in zip(rates.items(), ends, (INK, ORANGE, SIGMA), strict=False):
        ax.plot(copied, rate, "o-", color=color, markersize=4)
        label_line(ax, copied[-1] * 1.6, end, label, color, va="center")
    _mark_caches(ax, caches, copied[-1], top)
    ax.set(xscale="log", yscale="log", xlim=(copied[0] / 2, copied[-1] * 150))
    ax.set(ylim=(bottom, top), xlabel="both arrays (bytes)", ylabel="10⁹ bytes a second")
    _powers(ax.xaxis, copied[0], copied[-1], 2)
    _powers(ax.yaxis, bottom, top)
    return ax


def draw_speeds(ax: Axes, size, bound, seconds, caches, *, itemsize=8) -> Axes:
    """Elements in a second against the array's size: the bound as an area, each code as a line.

    `size`: (n,); `bound`: (n,) seconds of a call; `seconds`: (n,) and a colour for each label;
    `caches`: bytes by name, marked where input and output together fill them.
    """
    size = np.asarray(size, float)
    roof = size / np.asarray(bound)
    rates = {label: size / np.asarray(values) for label, (values, _) in seconds.items()}
    bottom, top = min(rate.min() for rate in rates.values()) / 2, 6 * roof.max()
    ax.fill_between(size, roof, bottom, color=GREY, alpha=0.15, linewidth=0)
    ax.plot(size, roof, color=GREY, linewidth=3)
    labels = {"bound": (roof[-1], GREY)}
    for label, (_, color) in seconds.items():
        ax.plot(size, rates[label], color=color)
        labels[label] = rates[label][-1], color
    ends = _apart([end for end, _ in labels.values()], bottom, top)
    for (label, (_, color)), end in zip(labels.items(), ends, strict=True):
        label_line(ax, size[-1] * 1.5, end, label, color, va="center")
    filled = {name: total / 2 / itemsize for name, total in caches.items()}
    _mark_caches(ax, filled, size[-1], top)
    ax.set(xscale="log", yscale="log", xlim=(size[0] / 1.5, size[-1] * 50), ylim=(bottom, top))
    ax.set(xlabel="numbers in the array", ylabel="σ in a second")
    _powers(ax.xaxis, size[0], size[-1], 2)
    _powers(ax.yaxis, bottom, top)
    return ax


def draw_ratios(ax: Axes, size, ratios) -> Axes:
    """Times of one code as multiples of another's, against the size; 1 is where they are even.

    `ratios`: (n,), a colour and a line style for each label.
    """
    size = np.asarray(size, float)
    ax.fill_between(size[[0, -1]], 0.8, 1.25, color=GREY, alpha=0.15, linewidth=0)
    ax.plot(size[[0, -1]], [1, 1], color=GREY, linewidth=1.2)
    label_line(ax, size[0], 1.03, "even", GREY, va="bottom")
    every = np.concatenate([ratio for ratio, _, _ in ratios.values()])
    bottom, top = every.min() / 1.2, every.max() * 1.3
    ends = _apart([ratio[-1] for ratio, _, _ in ratios.values()], bottom, top)
    for (label, (ratio, color, style)), end in zip(ratios.items(), ends, strict=True):
        ax.plot(size, ratio, color=color, linestyle=style)
        label_line(ax, size[-1] * 1.5, end, label, color, va="center")
    ax.set(xscale="log", yscale="log", xlim=(size[0] / 1.5, size[-1] * 400))
    ax.set(ylim=(bottom, top), xlabel="numbers in the array")
    _powers(ax.xaxis, size[0], size[-1], 2)
    _ones_twos_fives(ax, bottom, top)
    return ax


def draw_layer_shares(ax: Axes, width, shares) -> Axes:
    """The activation's part of a layer's time, in percent, against the layer's width.

    `width`: (n,); `shares`: (n,) from 0 to 1 and a colour for each label.
    """
    width = np.asarray(width, float)
    every = 100 * np.concatenate([share for share, _ in shares.values()])
    bottom, top = every.min() / 1.5, min(100, every.max() * 1.5)
    ends = _apart([100 * share[0] for share, _ in shares.values()], bottom, top)
    for (label, (share, color)), end in zip(shares.items(), ends, strict=True):
        ax.plot(width, 100 * np.asarray(share), "o-", color=color, markersize=4)
        label_line(ax, width[0] / 1.2, end, label, color, ha="right", va="center")
    ax.set(xscale="log", yscale="log", xlim=(width[0] / 7, width[-1] * 1.3))
    ax.set(ylim=(bottom, top), xlabel="inputs and outputs of the layer")
    ax.set(ylabel="share of the time (%)")
    ax.set_xticks(width[::2], [f"{w:g}" for w in width[::2]])
    _ones_twos_fives(ax, bottom, top)
    return ax


def _mark_caches(ax: Axes, caches, last, top) -> None:
    """Where a cache is full, as far as the data reach."""
    for name, place in caches.items():
        if place <= last:
            ax.axvline(place, color=GREY, linewidth=1.2, linestyle=":")
            label_line(ax, place / 1.15, top / 1.25, name, GREY, ha="right", va="top")


def _apart(values, bottom, top) -> np.ndarray:
    """Places for labels on a logarithmic axis: near their values, a line's height apart."""
    places = np.log(np.asarray(values, float))
    order = np.argsort(places)
    step = 0.07 * np.log(top / bottom)
    for _ in range(200):  # push close neighbours apart, half each
        gaps = np.diff(places[order])
        short = np.maximum(step - gaps, 0) / 2
        if short.max(initial=0) < 1e-3:
            break
        places[order[:-1]] -= short
        places[order[1:]] += short
    return np.exp(places)


def _ones_twos_fives(ax: Axes, bottom, top) -> None:
    """Ticks on a short logarithmic y axis."""
    ticks = [k * 10.0**p for p in range(-2, 3) for k in (1, 2, 5)]
    ticks = [tick for tick in ticks if bottom <= tick <= top]
    ax.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
    ax.minorticks_off()


def _powers(axis, low, high, every=1) -> None:
    """Ticks at powers of ten from `low` to `high`."""
    powers = np.arange(np.ceil(np.log10(low)), np.floor(np.log10(high)) + 1, dtype=int)[::every]
    names = [{0: "1", 1: "10"}.get(p, f"10{raised(p)}") for p in powers]
    axis.set_ticks(10.0**powers, names, size=POWERS)
    axis.set_ticks([], minor=True)
