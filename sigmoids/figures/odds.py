"""The figures of the chapter on odds."""

import numpy as np
from matplotlib.axes import Axes
from scipy import special

from sigmoids import functions as f
from sigmoids.figures.style import DATA, GREEN, GREY, INK, ORANGE, PURPLE, SIGMA, label_line


def _lopsided(z):
    """1 - exp(-eᶻ), the probability of the complementary log-log link."""
    return -np.expm1(-np.exp(z))


def draw_dose_response(ax: Axes, x, killed, exposed, *, logit, probit, cloglog) -> Axes:
    """Shares killed with 95% ranges (Clopper and Pearson) and three fits, each as (a, b)."""
    grid = np.linspace(1.67, 1.905, 301)
    _draw_shares(ax, x, killed, exposed, lambda share: share)
    for probability, (a, b), color, style in _fits(logit, probit, cloglog):
        ax.plot(grid, probability(a + b * grid), color=color, linestyle=style)
    label_line(ax, 1.745, 0.53, "logit and\nprobit", SIGMA, ha="right", va="center")
    label_line(ax, 1.842, 0.72, "complementary\nlog-log", PURPLE, va="center")
    label_line(ax, 1.674, 0.93, "dots: share killed,\n95% range", DATA, va="center")
    ax.set(xlabel="log₁₀ of the dose (mg CS₂ per litre)", ylabel="probability of death")
    ax.set(xlim=(1.67, 1.905), ylim=(-0.02, 1.03), yticks=[0, 0.5, 1])
    ax.set(xticks=[1.7, 1.75, 1.8, 1.85, 1.9])
    return ax


def draw_log_odds_paper(ax: Axes, x, killed, exposed, *, logit, probit, cloglog) -> Axes:
    """The same shares and fits with the heights as log-odds: there σ is a straight line."""
    grid = np.linspace(1.63, 1.94, 301)
    _draw_shares(ax, x, killed, exposed, f.logit)
    for probability, (a, b), color, style in _fits(logit, probit, cloglog):
        ax.plot(grid, f.logit(probability(a + b * grid)), color=color, linestyle=style)
    label_line(ax, 1.689, -4.7, "logit: straight", SIGMA, va="center")
    label_line(ax, 1.645, -6.2, "probit: bends", GREEN, va="center")
    label_line(ax, 1.635, -0.2, "complementary\nlog-log", PURPLE, va="center")
    shares = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999]
    ax.set_yticks(f.logit(shares), ["0.1%", "1%", "10%", "50%", "90%", "99%", "99.9%"])
    ax.set(xlabel="log₁₀ of the dose (mg CS₂ per litre)", ylabel="share killed, on log-odds")
    ax.set(xlim=(1.63, 1.93), ylim=(-7.2, 7.2), xticks=[1.65, 1.7, 1.75, 1.8, 1.85, 1.9])
    return ax


def _draw_shares(ax: Axes, x, killed, exposed, height) -> None:
    """Dots with their ranges at `height(share)`; a share of 1 has no upper end."""
    killed, exposed = np.asarray(killed), np.asarray(exposed)
    low = special.betaincinv(killed, exposed - killed + 1, 0.025)
    high = np.ones(len(killed))
    some = killed < exposed
    high[some] = special.betaincinv(killed[some] + 1, (exposed - killed)[some], 0.975)
    top = np.minimum(height(high), 9)
    ax.vlines(x, height(low), top, color=GREY, linewidth=1.6)
    ax.plot(np.asarray(x)[some], height((killed / exposed)[some]), "o", color=DATA, zorder=3)
    all_x, all_share = np.asarray(x)[~some], (killed / exposed)[~some]
    if np.isfinite(height(all_share)).all():
        ax.plot(all_x, height(all_share), "o", color=DATA, zorder=3)


def _fits(logit, probit, cloglog):
    return (
        (_lopsided, cloglog, PURPLE, "-"),
        (f.logistic, logit, SIGMA, "-"),
        (special.ndtr, probit, GREEN, (0, (3, 2))),
    )


def draw_elo(ax: Axes, up_to, expected, *, spread: float = 2000 / 7) -> Axes:
    """Elo's table in the middle of its rows, Φ(d/spread) and 1/(1 + 10^(-d/400)) on log-odds."""
    up_to, expected = np.asarray(up_to), np.asarray(expected)
    middle = (np.append(0, up_to[:-1] + 1) + up_to) / 2
    d = np.linspace(0, 735, 301)
    ax.plot(d, d * np.log(10) / 400, color=SIGMA)
    ax.plot(d, f.logit(special.ndtr(d / spread)), color=GREEN)
    ax.plot(middle[1:], f.logit(expected[1:]), ".", color=DATA, markersize=5, zorder=3)
    label_line(ax, 590, 2.86, "σ, 400 points\nfor tenfold odds", SIGMA, va="center")
    label_line(ax, 545, 4.35, "Φ, deviation\n2000/7 points", GREEN, ha="right", va="center")
    label_line(ax, 225, 0.62, "dots: the rows of Elo’s table", DATA, va="center")
    shares = [0.5, 0.75, 0.9, 0.97, 0.99]
    ax.set_yticks(f.logit(shares), [f"{share:g}" for share in shares])
    ax.set(xlabel="difference in rating (points)", ylabel="expected score, on log-odds")
    ax.set(xlim=(0, 735), ylim=(0, 5.1), xticks=[0, 200, 400, 600])
    return ax


def draw_probit_gap(ax: Axes, scales: dict[str, float]) -> Axes:
    """σ(x) − Φ(x/c) for the scales c, named by what they have in common; best in blue."""
    x = np.linspace(-8, 8, 641)
    colors = dict(zip(scales, (ORANGE, SIGMA, PURPLE), strict=True))
    for name, scale in scales.items():
        gap = f.logistic(x) - special.ndtr(x / scale)
        ax.plot(x, gap, color=colors[name], linewidth=2.6 if name == "least error" else 1.6)
    ax.axhline(0, color=GREY, linewidth=0.8)
    best = scales["least error"]
    greatest = np.max(np.abs(f.logistic(x) - special.ndtr(x / best)))
    for side in (-1, 1):
        ax.axhline(side * greatest, color=SIGMA, linewidth=1, linestyle=":")
    label_line(ax, 4.9, greatest + 0.001, f"±{greatest:.4f}", SIGMA, va="bottom")
    places = {"same slope": (-2.6, 0.0215), "least error": (-7.8, 0.0128)}
    places |= {"same variance": (1.9, 0.021)}
    for name, (at, height) in places.items():
        text = f"{name},\nc = {scales[name]:.3f}"
        side = "left" if at > 0 or name == "least error" else "right"
        label_line(ax, at, height, text, colors[name], ha=side, va="center")
    ax.set(xlabel="x", ylabel="σ(x) − Φ(x/c)", xlim=(-8, 8), ylim=(-0.026, 0.026))
    ax.set(xticks=[-8, -4, 0, 4, 8], yticks=[-0.02, -0.01, 0, 0.01, 0.02])
    return ax


def draw_scale_by_share(ax: Axes, *, best: float) -> Axes:
    """logit(p)/Φ⁻¹(p), the scale that is right at p alone, from p = ½ to a millionth below 1."""
    z = np.linspace(0.001, f.logit(1 - 1e-6), 401)
    ax.plot(z, z / -special.ndtri(f.logistic(-z)), color=GREEN)
    ax.axhline(best, color=SIGMA, linewidth=1.4, linestyle="--")
    label_line(ax, 13.7, best - 0.04, f"least error: {best:.3f}", SIGMA, ha="right", va="top")
    for share in (0.5, 0.9, 0.99, 0.999, 1 - 1e-6):
        at = float(f.logit(share))
        scale = at / special.ndtri(share) if at else np.sqrt(8 / np.pi)
        ax.plot(at, scale, "o", color=GREEN, clip_on=False, zorder=3)
        drop = (0.25, -0.07, "left") if at < 3 else (-0.3, 0.06, "right")
        ax.text(at + drop[0], scale + drop[1], f"{scale:.2f}", ha=drop[2], va="center", color=INK)
    shares = ["50%", "90%", "99%", "99.9%", "99.99%", "1 − 10⁻⁶"]
    ticks = f.logit([0.5, 0.9, 0.99, 0.999, 0.9999, 1 - 1e-6])
    ax.set_xticks([*ticks[:4], ticks[5]], [*shares[:4], shares[5]])
    ax.set(xlabel="share p, on log-odds", ylabel="logit(p) / Φ⁻¹(p)")
    ax.set(xlim=(0, 13.9), ylim=(1.45, 3), yticks=[1.5, 2, 2.5, 3])
    return ax
