"""The figures of the chapter on probability."""

import numpy as np
from matplotlib.axes import Axes

from sigmoids import functions as f
from sigmoids.figures.style import GREEN, GREY, INK, ORANGE, PURPLE, SIGMA, label_line


def draw_expected_losses(ax: Axes, *, truth: float = 0.7) -> Axes:
    """What a forecast p costs on average if the event has probability truth, by three losses."""
    p = np.linspace(0.002, 0.998, 499)
    losses = {
        "log-loss": (GREEN, -truth * np.log(p) - (1 - truth) * np.log(1 - p), truth),
        "absolute error": (PURPLE, truth * (1 - p) + (1 - truth) * p, 1),
        "squared error": (ORANGE, truth * (1 - p) ** 2 + (1 - truth) * p**2, truth),
    }
    heights = {"log-loss": 1.05, "absolute error": 0.64, "squared error": 0.3}
    ax.axvline(truth, color=GREY, linewidth=1.2, linestyle="--")
    for name, (color, loss, lowest) in losses.items():
        ax.plot(p, loss, color=color)
        ax.plot(lowest, np.interp(lowest, p, loss), "o", color=color, clip_on=False)
        left = 0.02 if name == "squared error" else 0.27
        label_line(ax, left, heights[name], name, color)
    label_line(ax, truth - 0.01, 1.42, f"true probability {truth:g}", GREY, ha="right", va="top")
    ax.set(xlabel="forecast p", ylabel="mean loss", xlim=(0, 1), ylim=(0, 1.45))
    ax.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    return ax


def draw_loss_pulls(ax: Axes, *, reach: float = 8.0) -> Axes:
    """How strongly two losses pull the score z of a case with label 1 upwards: |dℓ/dz|."""
    z = np.linspace(-reach, reach, 401)
    p, rest = f.logistic(z), f.logistic(-z)
    ax.plot(z, rest, color=GREEN)
    ax.plot(z, 2 * rest * p * rest, color=ORANGE)
    label_line(ax, -2.4, 0.95, "log-loss: 1 − σ(z)", GREEN, va="bottom")
    label_line(ax, -3.1, 0.2, "squared error:\n2 (1 − σ)² σ", ORANGE, ha="right", va="center")
    label_line(ax, -reach + 0.1, 0.55, "sure and wrong", INK, va="center")
    label_line(ax, reach - 0.1, 0.55, "sure and right", INK, ha="right", va="center")
    ax.set(xlabel="score z of a case with label 1", ylabel="pull |dℓ/dz|")
    ax.set(xlim=(-reach, reach), ylim=(-0.02, 1.12), yticks=[0, 0.5, 1])
    return ax


def draw_one_feature(ax: Axes, x, y, *, w: float, b: float, groups: int = 8) -> Axes:
    """σ(wx + b), every case as a tick at its label, and the share of label 1 in equal groups."""
    x, y = np.asarray(x), np.asarray(y)
    grid = np.linspace(6, 29, 301)
    for label, place in ((0, -0.06), (1, 1.06)):
        ticks = {"lineoffsets": place, "linelengths": 0.06, "linewidths": 0.7, "colors": INK}
        ax.eventplot(x[y == label], **ticks)
    for group in np.array_split(np.argsort(x, kind="stable"), groups):
        ax.plot(x[group].mean(), y[group].mean(), "o", color=INK, markersize=6, zorder=3)
    ax.plot(grid, f.logistic(w * grid + b), color=SIGMA)
    middle = -b / w
    ax.plot([middle, middle], [0, 0.5], color=SIGMA, linewidth=1.2, linestyle="--")
    label_line(ax, middle + 0.3, 0.03, f"p = ½ at {middle:.1f}", SIGMA, va="bottom")
    label_line(ax, 17.2, 0.72, "p = σ(wx + b)", SIGMA, va="center")
    label_line(ax, 6.2, 0.3, "dots: share of\nmalignant in\na group", INK, va="center")
    label_line(ax, 6.2, 1.06, "malignant", INK, va="center")
    label_line(ax, 28.8, -0.06, "benign", INK, ha="right", va="center")
    ax.set(xlabel="mean radius x (unit of the table)", ylabel="probability of malignant")
    ax.set(xlim=(6, 29), ylim=(-0.11, 1.11), xticks=[10, 15, 20, 25], yticks=[0, 0.5, 1])
    return ax


def draw_ridge(ax: Axes, ridge, training, held_out) -> Axes:
    """Log-loss over the penalty λ, on the cases of the fit and on cases held out; log axis."""
    lowest = int(np.argmin(held_out))
    ax.plot(ridge, training, "o-", color=GREY, markersize=4)
    ax.plot(ridge, held_out, "o-", color=GREEN, markersize=4)
    ax.plot(ridge[lowest], held_out[lowest], "o", color=GREEN, markersize=9)
    label_line(ax, ridge[0], held_out[0] + 0.015, "on cases held out", GREEN, va="bottom")
    label_line(ax, ridge[2], training[2] - 0.02, "on the cases of the fit", GREY, va="top")
    ax.set(xscale="log", xlabel="penalty λ", ylabel="log-loss", ylim=(-0.03, 0.3))
    ax.set(yticks=[0, 0.1, 0.2, 0.3], xticks=[1e-4, 1e-3, 0.01, 0.1, 1])
    ax.set_xticklabels(["0.0001", "0.001", "0.01", "0.1", "1"])
    ax.minorticks_off()
    return ax


def draw_reliability(ax: Axes, p, p_sure, y, *, groups: int = 9) -> Axes:
    """Share of label 1 over mean forecast in groups of equal size, for p and the surer p_sure.

    Both order the cases alike, so a group keeps its share. Bars: where the share would lie in about
    95 of 100 draws if the forecasts p were the true probabilities.
    """
    p, p_sure, y = map(np.asarray, (p, p_sure, y))
    ax.plot([0, 1], [0, 1], color=GREY, linewidth=1.2, linestyle="--")
    for group in np.array_split(np.argsort(p, kind="stable"), groups):
        said, sure, came = p[group].mean(), p_sure[group].mean(), y[group].mean()
        spread = 1.96 * np.sqrt(np.sum(p[group] * (1 - p[group]))) / len(group)
        band = np.clip([said - spread, said + spread], 0, 1)
        ax.plot([said, said], band, color=SIGMA, linewidth=7, alpha=0.25)
        if abs(sure - said) > 0.03:
            ax.plot([said, sure], [came, came], color=ORANGE, linewidth=1.2)
        ax.plot(sure, came, "o", color=ORANGE, markersize=7, clip_on=False)
        ax.plot(said, came, "o", color=SIGMA, markersize=7, clip_on=False)
    label_line(ax, 0.3, 0.14, "σ(z)", SIGMA, size=14)
    label_line(ax, 0.03, 0.42, "σ(10z)", ORANGE, size=14)
    label_line(ax, 0.6, 0.72, "share = forecast", GREY, ha="right", va="center")
    ax.set(xlabel="mean forecast in the group", ylabel="share that was malignant")
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    return ax


def draw_costs(ax: Axes, p, p_sure, y, *, miss: float = 10.0) -> Axes:
    """Total cost over the threshold, a false alarm costing 1; a line at the rule 1/(1 + miss)."""
    y, thresholds = np.asarray(y), np.linspace(0.002, 0.6, 300)
    rule = 1 / (1 + miss)
    for forecast, color in ((p, SIGMA), (p_sure, ORANGE)):
        called = np.asarray(forecast) > np.append(thresholds, rule)[:, None]
        cost = miss * np.sum(~called * y, axis=1) + np.sum(called * (1 - y), axis=1)
        ax.step(thresholds, cost[:-1], color=color, where="post")
        ax.plot(rule, cost[-1], "o", color=color)
    ax.axvline(rule, color=GREY, linewidth=1.2, linestyle="--")
    label_line(ax, rule + 0.012, 40, f"rule: 1/{1 + miss:g}", GREY, va="center")
    label_line(ax, 0.28, 270, "σ(z)", SIGMA, size=14)
    label_line(ax, 0.16, 475, "σ(10z)", ORANGE, size=14)
    ax.set(xlabel="threshold on the forecast", ylabel="cost (false alarms)")
    ax.set(xlim=(0, 0.6), ylim=(0, 600), xticks=[0, 0.2, 0.4, 0.6], yticks=[0, 200, 400, 600])
    return ax
