"""The figures of the course: `draw_*(ax, ...)` draws one thing on one axes and returns it.

A chapter calls `use_style()` once. Figures are then SVG, the same bytes on every run, so that
their stored copies can be compared.
"""

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sigmoids import functions as f

# Okabe and Ito's palette, safe for colour-blind readers. One colour for one thing, in every figure.
BLUE, VERMILION, GREEN, ORANGE, SKY, PURPLE, INK, GREY = (
    "#0072B2 #D55E00 #009E73 #E69F00 #56B4E9 #CC79A7 #1A1A1A #767676".split()
)
SIGMA, SLOPE, DATA = BLUE, VERMILION, INK

STYLE = {
    "figure.figsize": (7.2, 3.8),
    "figure.dpi": 100,
    "figure.constrained_layout.use": True,
    "font.size": 10.5,
    "axes.titlesize": 11.5,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.prop_cycle": mpl.cycler(color=[BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, INK]),
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "svg.hashsalt": "sigmoids",  # ids in the SVG are random without it
    "svg.fonttype": "path",  # the reader's fonts change nothing
}


def use_style() -> None:
    """Set the course's Matplotlib style; in a notebook also show figures as reproducible SVG."""
    mpl.rcParams.update(STYLE)
    try:
        from IPython import get_ipython
        from matplotlib_inline import backend_inline, config
    except ImportError:  # plain Python, no notebook
        return
    if get_ipython() is None:
        return
    # A tight bounding box would give each figure another width on the page.
    config.InlineBackend.instance().print_figure_kwargs = {"bbox_inches": None}
    backend_inline.set_matplotlib_formats("svg", metadata={"Date": None})


def label_line(ax: Axes, x: float, y: float, text: str, color: str, **kwargs) -> None:
    """Write `text` beside a line in a darker shade of its colour, in place of a legend."""
    ax.text(x, y, text, color=text_shade(color), **kwargs)


def text_shade(color: str) -> tuple[float, float, float]:
    """The colour darkened until it has 4.5:1 contrast on white (WCAG 2.1, relative luminance)."""
    rgb = np.array(mpl.colors.to_rgb(color))
    while 1.05 / (_luminance(rgb) + 0.05) < 4.5:
        rgb = rgb * 0.95
    return tuple(rgb)


def _luminance(rgb: np.ndarray) -> float:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def draw_logistic_and_slope(ax: Axes, *, reach: float = 8.0) -> Axes:
    """σ and σ′ on [−reach, reach], labelled on the curves."""
    x = np.linspace(-reach, reach, 401)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(x, f.logistic_slope(x), color=SLOPE)
    label_line(ax, reach * 0.4, 0.86, "σ(x)", SIGMA, ha="left", va="top")
    label_line(ax, reach * 0.22, 0.16, "σ′(x)", SLOPE, ha="left")
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(-0.02, 1.02), yticks=[0, 0.25, 0.5, 0.75, 1])
    return ax


def draw_tangent(above: Axes, below: Axes, *, x: float, k: float, x0: float, L: float) -> None:
    """Above, L·σ(k(x − x₀)) with its tangent at `x`; below, its slope, with the same x marked."""
    grid = np.linspace(-8, 8, 321)
    curve = {"ceiling": L, "steepness": k, "midpoint": x0}
    y, m = f.logistic_curve(x, **curve), f.logistic_curve_slope(x, **curve)
    above.plot(grid, f.logistic_curve(grid, **curve), color=SIGMA)
    above.axline((x, y), slope=m, color=SLOPE, linewidth=1.4)
    above.plot(x, y, "o", color=SIGMA)
    above.set(ylabel="f(x)", xlim=(-8, 8), ylim=(-0.03 * max(1, L), 1.05 * max(1, L)))
    below.plot(grid, f.logistic_curve_slope(grid, **curve), color=SLOPE)
    below.plot(x, m, "o", color=SLOPE)
    below.set(xlabel="x", ylabel="f′(x)", ylim=(0, 1.1 * max(0.25, k * L / 4)))


def draw_growth(ax: Axes, t, p, *, K: float, r: float, t0: float) -> Axes:
    """Counts `p` at times `t` as dots, the logistic K·σ(r(t − t₀)) as a line, K as its ceiling."""
    span = np.ptp(t)
    grid = np.linspace(min(t) - 2 * span, max(t) + 3 * span, 600)
    curve = f.logistic_curve(grid, ceiling=K, steepness=r, midpoint=t0)
    ax.axhline(K, color=GREY, linewidth=1, linestyle="--")
    ax.plot(grid, curve, color=SIGMA)
    ax.plot(t, p, "o", color=DATA, markersize=5)
    return ax


def social_card() -> Figure:
    """The picture that a link to the book shows: 1200 × 630 pixels."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(12, 6.3), dpi=100, facecolor="#fdfcf9", layout="none")
        ax = figure.add_axes((0.06, 0.08, 0.88, 0.52))
        x = np.linspace(-8, 8, 401)
        ax.plot(x, f.logistic(x), color=SIGMA, linewidth=7)
        ax.plot(x, f.logistic_slope(x), color=SLOPE, linewidth=5)
        ax.axis("off")
        figure.text(0.06, 0.81, "The Sigmoid Function", size=46, weight="bold", color=INK)
        figure.text(0.06, 0.70, "from Verhulst to LeNet", size=30, color=text_shade(SIGMA))
    return figure


def draw_taylor(ax: Axes, coefficients, *, degrees=(1, 3, 7, 31)) -> Axes:
    """σ and its Taylor polynomials at 0, up to the given odd degrees, with (−π, π) shaded.

    `coefficients`: ascending powers, at least as many as the highest degree needs.
    """
    x = np.linspace(-6, 6, 481)
    ax.axvspan(-np.pi, np.pi, color=GREY, alpha=0.12, linewidth=0)
    for degree in degrees:
        y = np.polynomial.polynomial.polyval(x, coefficients[: degree + 1])
        ax.plot(x, y, color=PURPLE, linewidth=1.3)
        leaves = x[y > 1.4][-1] if y[0] > 1.4 else x[y > 1.4][0]
        label_line(ax, leaves, 1.42, str(degree), PURPLE, ha="center", va="bottom")
    ax.plot(x, f.logistic(x), color=SIGMA, linewidth=2.6)
    label_line(ax, 5.9, 0.95, "σ(x)", SIGMA, ha="right", va="top")
    label_line(ax, 0, 1.42, "degree of the polynomial", PURPLE, ha="center", va="bottom")
    ax.set(xlabel="x", xlim=(-6, 6), ylim=(-0.4, 1.4), yticks=[0, 0.5, 1])
    ax.set_xticks([-6, -np.pi, 0, np.pi, 6], ["−6", "−π", "0", "π", "6"])
    return ax


def draw_widths(ax: Axes) -> Axes:
    """σ and σ′ with two measures of width: 10% to 90% of the height, and half the top slope."""
    x = np.linspace(-8, 8, 401)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(x, f.logistic_slope(x), color=SLOPE)
    label_line(ax, 3.2, 0.9, "σ(x)", SIGMA, va="top")
    label_line(ax, 0.9, 0.235, "σ′(x)", SLOPE)
    ax.set(xlabel="x", xlim=(-8, 8), ylim=(-0.02, 1.02), yticks=[0, 0.1, 0.25, 0.5, 0.9, 1])
    nine, half = np.log(9), np.log(3 + 2 * np.sqrt(2))
    arrow = {"shrinkA": 0, "shrinkB": 0, "linewidth": 1.3}
    for reach, foot, color, text in (
        (nine, 0.5, SIGMA, "10% to 90%: 2 ln 9 = 4.39"),
        (half, 0.125, SLOPE, "half the top slope: 3.53"),
    ):
        y = f.logistic(reach) if color == SIGMA else f.logistic_slope(reach)
        ax.plot([-reach, reach], [1 - y, y] if color == SIGMA else [y, y], "o", color=color)
        ends = {"xy": (-reach, foot), "xytext": (reach, foot)}
        style = {"color": color, "arrowstyle": "<->" if color == SIGMA else "-"}
        ax.annotate("", **ends, arrowprops=arrow | style)
        side = -1 if color == SIGMA else 1
        align = {"ha": "right" if side < 0 else "left", "va": "center"}
        label_line(ax, side * (reach + 0.25), foot, text, color, **align)
    for x, low, high in ((-nine, 0.1, 0.5), (nine, 0.5, 0.9)):
        ax.plot([x, x], [low, high], color=SIGMA, linewidth=1, linestyle=":")
    return ax


def draw_tails(ax: Axes) -> Axes:
    """σ and 1 − σ on a logarithmic axis, beside eˣ and e⁻ˣ, with the interval [−10, 10] shaded."""
    x = np.linspace(-40, 40, 321)
    ax.axvspan(-10, 10, color=GREY, alpha=0.15, linewidth=0)
    for side, color in ((1, SIGMA), (-1, ORANGE)):
        far = np.array([-40, 6]) * side
        ax.plot(far, np.exp(side * far), color=GREY, linewidth=1, linestyle="--")
        ax.plot(x, f.logistic(side * x), color=color)
        ax.plot(-10 * side, f.logistic(-10), "o", color=color)
    label_line(ax, -31, 1e-11, "σ(x)", SIGMA, ha="right", size=12)
    label_line(ax, 31, 1e-11, "1 − σ(x)", ORANGE, ha="left", size=12)
    label_line(ax, -11, 4.5e-5, "4.54 × 10⁻⁵", SIGMA, ha="right", va="bottom")
    label_line(ax, 0, 1e-16, "[−10, 10]", INK, ha="center")
    label_line(ax, 6.4, 200, "eˣ", INK, ha="left", va="center")
    label_line(ax, -6.4, 200, "e⁻ˣ", INK, ha="right", va="center")
    ax.set(xlabel="x", xlim=(-40, 40), ylim=(1e-18, 1e3), yscale="log")
    ax.set_yticks([1e-15, 1e-10, 1e-5, 1], ["10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"])
    ax.minorticks_off()
    return ax


def draw_logistic_sample(ax: Axes, sample) -> Axes:
    """A sample's histogram, the density σ′, and the normal density of the same variance π²/3."""
    x = np.linspace(-10, 10, 401)
    spread = np.pi / np.sqrt(3)
    share, edges = np.histogram(sample, bins=50, range=(-10, 10))
    ax.stairs(share / len(sample) / np.diff(edges), edges, fill=True, color=GREY, alpha=0.3)
    normal = np.exp(-((x / spread) ** 2) / 2) / (spread * np.sqrt(2 * np.pi))
    ax.plot(x, normal, color=GREEN, linewidth=1.5, linestyle="--")
    ax.plot(x, f.logistic_slope(x), color=SLOPE)
    label_line(ax, 1.1, 0.225, "logistic density σ′(x)", SLOPE)
    label_line(ax, 2.35, 0.13, "normal density, same variance", GREEN)
    label_line(ax, -3.2, 0.06, "sample", GREY, ha="right")
    ax.set(xlabel="x", ylabel="density (1/unit of x)", xlim=(-10, 10), ylim=(0, 0.26))
    ax.set_xticks([-10, -5, 0, 5, 10])
    return ax


def draw_complement(ax: Axes) -> Axes:
    """The distance of σ from 1 as float64 has it: 1 − σ(x) in steps and then 0, σ(−x) smooth."""
    x = np.linspace(33.5, 38.5, 601)
    left = 1 - f.logistic(x)
    ax.plot(x, f.logistic(-x), color=SIGMA)
    ax.plot(x[left > 0], left[left > 0], color=ORANGE)
    end = 53 * np.log(2)
    ax.axvline(end, color=GREY, linewidth=1, linestyle="--")
    label_line(ax, end + 0.06, 1.5e-15, "from 36.74 on\n1 − σ(x) is 0", ORANGE, va="center")
    label_line(ax, end + 0.06, 2.0**-52, "2⁻⁵² = 2.2 × 10⁻¹⁶", ORANGE, va="center")
    label_line(ax, 37.75, 5e-17, "σ(−x)", SIGMA)
    label_line(ax, 35.2, 7e-16, "1 − σ(x)", ORANGE)
    ax.set(xlabel="x", xlim=(33.5, 38.5), ylim=(1e-17, 4e-15), yscale="log")
    ax.set_yticks([1e-17, 1e-16, 1e-15], ["10⁻¹⁷", "10⁻¹⁶", "10⁻¹⁵"])
    ax.minorticks_off()
    return ax


def draw_growth_directions(ax: Axes, *, starts=(-0.02, 0.02, 0.12, 0.88, 1.1)) -> Axes:
    """The slopes of y′ = y(1 − y), σ as the solution through (0, ½), and those with y(0) in starts.

    A solution that starts outside [0, 1] is drawn on its own side of its pole.
    """
    x, y = np.meshgrid(np.linspace(-5.7, 5.7, 20), np.linspace(-0.2, 1.2, 15))
    slope = y * (1 - y)
    bare = {"headwidth": 0, "headlength": 0, "headaxislength": 0, "width": 0.002, "pivot": "mid"}
    ax.quiver(x, y, 1 + 0 * y, slope, angles="xy", scale=32, color="#BDBDBD", **bare)
    grid = np.linspace(-6, 6, 601)
    for start in starts:
        divisor = start + (1 - start) * np.exp(-grid)
        ax.plot(grid, start / np.where(divisor > 0, divisor, np.nan), color=GREY, linewidth=1)
    paper = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    for constant, side, lift in ((0, "top", -0.05), (1, "bottom", 0.05)):
        ax.axhline(constant, color=INK, linewidth=1, linestyle="--")
        text = f"constant solution y = {constant}"
        label_line(ax, -5.7, constant + lift, text, INK, va=side, bbox=paper)
    ax.plot(grid, f.logistic(grid), color=SIGMA, linewidth=2.5)
    ax.plot(0, 0.5, "o", color=SIGMA)
    label_line(ax, -0.1, 1.14, "starts above 1", GREY, ha="left", bbox=paper)
    label_line(ax, 0.3, 0.47, "σ, through (0, ½)", SIGMA, ha="left", va="top", bbox=paper)
    ax.set(xlabel="x", ylabel="y", xlim=(-6, 6), ylim=(-0.25, 1.25), yticks=[0, 0.5, 1])
    return ax


def draw_tilted_entropy(ax: Axes, *, rewards=(-2, 0, 2)) -> Axes:
    """H(p) + θp (nats) over p for each θ in rewards, its highest point marked at p = σ(θ)."""
    p = np.linspace(1e-6, 1 - 1e-6, 401)
    entropy = -p * np.log(p) - (1 - p) * np.log(1 - p)
    for theta in rewards:
        best, height = f.logistic(theta), f.softplus(theta)
        number = f"{theta:g}".replace("-", "−")
        ax.plot(p, entropy + theta * p, color=PURPLE)
        label_line(ax, 1.01, theta, f"θ = {number}", PURPLE, ha="left", va="center")
        ax.plot([best, best], [-2.5, height], color=SIGMA, linewidth=1, linestyle="--")
        ax.plot(best, height, "o", color=SIGMA)
        label_line(ax, best + 0.01, -2.4, f"σ({number}) = {best:.2f}", SIGMA, ha="left")
    ax.set(xlabel="p", ylabel="H(p) + θp (nats)", xlim=(0, 1.1), ylim=(-2.5, 2.5))
    ax.set(xticks=[0, 0.25, 0.5, 0.75, 1])
    return ax


def draw_slope_rectangles(ax: Axes, *, sides=(0.1, 0.5, 0.8)) -> Axes:
    """Rectangles s × (1 − s) under the line of all such corners, each with its area."""
    ax.plot([0, 1], [1, 0], color=GREY, linewidth=1)
    for s in sides:
        square = s == 0.5
        ax.fill_between([0, s], 1 - s, color=SLOPE, alpha=0.30 if square else 0.12, linewidth=0)
        ax.plot([0, s, s], [1 - s, 1 - s, 0], color=SLOPE, linewidth=2 if square else 1.2)
        text = f"{s:g} × {1 - s:g} = {s * (1 - s):.2f}"
        label_line(ax, s + 0.015, 1 - s + 0.015, text, SLOPE, ha="left", va="bottom")
    ax.set(xlabel="s", ylabel="1 − s", xlim=(0, 1.25), ylim=(0, 1.05), aspect="equal")
    ax.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    return ax


def draw_logistic_derivatives(ax: Axes, *, reach: float = 7.0) -> Axes:
    """σ′, σ″ and σ‴ on [−reach, reach], their extreme values marked."""
    x = np.linspace(-reach, reach, 561)
    bend, swing = np.log(2 + np.sqrt(3)), np.log(5 + 2 * np.sqrt(6))  # zeros of σ‴, of σ⁗
    curves = {1: ("σ′", SLOPE), 2: ("σ″", PURPLE), 3: ("σ‴", GREEN)}
    names = [(1, 1.4, 0.008), (2, 2.6, -0.028), (3, -1.0, -0.028)]
    extremes = [
        *((1, 0, 0.01, "¼", "center"), (2, -bend, 0.01, "√3/18", "left")),
        *((2, bend, -0.026, "−√3/18", "left"), (3, 0, -0.03, "−⅛", "center")),
        *((3, -swing, -0.027, "1/24", "center"), (3, swing, -0.027, "1/24", "center")),
    ]
    ax.axhline(0, color=GREY, linewidth=0.8)
    for order, (_, color) in curves.items():
        ax.plot(x, f.logistic_derivative(x, order), color=color)
    for order, place, lift, value, side in extremes:
        color, height = curves[order][1], f.logistic_derivative(place, order)
        ax.plot(place, height, "o", color=color, markersize=5)
        label_line(ax, place, height + lift, value, color, ha=side)
    for order, place, lift in names:
        (name, color), height = curves[order], f.logistic_derivative(place, order)
        side = "right" if place < 0 else "left"
        label_line(ax, place, height + lift, name, color, ha=side, fontsize=14)
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(-0.165, 0.285), yticks=[-0.1, 0, 0.1, 0.2])
    return ax


def draw_softplus_area(ax: Axes, *, reach: float = 4.0) -> Axes:
    """σ with the two areas of ln 2 beside x = 0, and softplus, the area under σ left of x."""
    left, right = np.linspace(-reach, 0, 201), np.linspace(0, reach, 201)
    x = np.linspace(-reach, reach, 401)
    ax.fill_between(left, f.logistic(left), color=SIGMA, alpha=0.22, linewidth=0)
    ax.fill_between(right, f.logistic(right), 1, color=SIGMA, alpha=0.22, linewidth=0)
    ax.axhline(1, color=GREY, linewidth=1, linestyle="--")
    ax.plot(x, f.softplus(x), color=GREEN)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(0, np.log(2), "o", color=GREEN)
    label_line(ax, -0.06, 0.04, "area ln 2", INK, ha="right", va="bottom")
    label_line(ax, 0.75, 0.975, "area ln 2", INK, ha="left", va="top")
    label_line(ax, -0.12, 0.72, "softplus(0) = ln 2", GREEN, ha="right", va="bottom")
    label_line(ax, 1.75, 2.0, "softplus(x)", GREEN, ha="right", va="bottom")
    label_line(ax, 2.6, 0.88, "σ(x)", SIGMA, ha="left", va="top")
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(0, 2.6), yticks=[0, 0.5, 1, 1.5, 2, 2.5])
    return ax


def draw_growth_log_odds(ax: Axes, t, p, *, K: float, r: float, t0: float) -> Axes:
    """Counts `p` at times `t` as log-odds ln(p/(K − p)); the logistic is the line r(t − t₀)."""
    ends = np.array([min(t), max(t)])
    ax.plot(ends, r * (ends - t0), color=SIGMA)
    ax.plot(t, f.logit(np.asarray(p) / K), "o", color=DATA, markersize=5)
    ax.axhline(0, color=GREY, linewidth=1, linestyle="--")
    label_line(ax, max(t), -0.15, "half full", GREY, ha="right", va="top")
    ax.set(ylabel="ln(P/(K − P))")
    return ax


def draw_switch(ax: Axes, *, temperatures=(2, 1, 0.4, 0.1)) -> Axes:
    """σ(x/T) for falling T, darker as it cools, and its limit: a step with the value ½ at 0."""
    x = np.linspace(-4, 4, 801)
    for ends, height in (([-4, 0], 0), ([0, 4], 1)):
        ax.plot(ends, [height, height], color=INK, linewidth=1, linestyle="--")
    blue = np.array(mpl.colors.to_rgb(SIGMA))
    for T, light in zip(temperatures, np.linspace(0.55, -0.45, len(temperatures)), strict=True):
        color = tuple(blue + (1 - blue) * light if light > 0 else blue * (1 + light))
        ax.plot(x, f.logistic(x / T), color=color)
        side = -1 if T < 0.2 else 1  # the steepest is labelled on its free side
        align = {"ha": "right" if side < 0 else "left", "va": "center"}
        height = min(0.9, float(f.logistic(2.7 / T)))
        beside = T * f.logit(height) + side * 0.12
        label_line(ax, beside, height - 0.025, f"T = {T:g}", color, **align)
    ax.plot([0, 0], [0, 1], "o", color=INK, markerfacecolor="white", markersize=5, clip_on=False)
    ax.plot(0, 0.5, "o", color=INK, markersize=5)
    label_line(ax, -0.15, 0.99, "the step", INK, ha="right", va="center")
    ax.set(xlabel="x", ylabel="σ(x/T)", xlim=(-4, 4), ylim=(-0.03, 1.03), yticks=[0, 0.5, 1])
    return ax


# One colour for each of functions.FAMILY; tanh is a logistic curve and takes its colour.
FAMILY_COLORS = {
    "erf": GREEN,
    "tanh": SIGMA,
    "gudermannian": PURPLE,
    "algebraic": ORANGE,
    "arctan": SKY,
    "softsign": GREY,
}


def draw_family(ax: Axes, *, reach: float = 5.0) -> Axes:
    """The six members of `functions.FAMILY`, all onto (−1, 1) with slope 1 at 0."""
    x = np.linspace(-reach, reach, 401)
    for name, member in f.FAMILY.items():
        ax.plot(x, member.function(x), color=FAMILY_COLORS[name])
    heights = {"erf": 0.96, "tanh": 0.8, "gudermannian": 0.64}
    for name, height in heights.items():  # too close to one another for a label on the curve
        color, end = FAMILY_COLORS[name], float(f.FAMILY[name].function(1.3))
        label_line(ax, -0.85, height, f.FAMILY[name].label, color, ha="right", va="center")
        ax.plot([-0.75, 1.3], [height, end], color=color, linewidth=0.8)
        ax.plot(1.3, end, "o", color=color, markersize=4)
    for name, y in {"algebraic": 1.01, "arctan": 0.91, "softsign": 0.81}.items():
        label_line(ax, reach + 0.1, y, f.FAMILY[name].label, FAMILY_COLORS[name], va="center")
    ax.set(xlabel="x", xlim=(-reach, reach), ylim=(-1.03, 1.03), yticks=[-1, -0.5, 0, 0.5, 1])
    return ax


def draw_family_tails(ax: Axes, *, unit: dict[str, float], mark: float = 3.0) -> Axes:
    """What each member of `functions.FAMILY` lacks to 1, x in `unit[name]`, log axis; dots at 3."""
    x, free = np.linspace(0, 6, 301), np.inf
    for name in reversed(f.FAMILY):  # from the heaviest tail down, so that labels stay apart
        member = f.FAMILY[name]
        color, left = FAMILY_COLORS[name], member.tail(x * unit[name])
        ax.plot(x, left, color=color)
        at = float(member.tail(mark * unit[name]))
        ax.plot(mark, at, "o", color=color, markersize=5)
        inside = left[-1] >= 1e-5
        place = (6.12, min(left[-1], free)) if inside else (x[left >= 1e-5][-1] + 0.1, 1.6e-5)
        free = 0.55 * place[1]
        label_line(ax, *place, member.label, color, va="center")
    ax.axvline(mark, color=GREY, linewidth=1, linestyle="--", zorder=0)
    ax.set(yscale="log", xlim=(0, 6), ylim=(1e-5, 1.2), yticks=[1e-5, 1e-4, 1e-3, 0.01, 0.1, 1])
    ax.set_yticklabels(["10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1"])
    ax.minorticks_off()
    return ax


def draw_gompertz(ax: Axes) -> Axes:
    """Gompertz's curve, its half turn about its inflection at height 1/e, and σ beside them."""
    x = np.linspace(-5, 7, 481)
    ax.plot(x, f.logistic(x), color=SIGMA)
    ax.plot(x, 2 / np.e - f.gompertz(-x), color=GREY, linestyle="--", linewidth=1.4)
    ax.plot(x, f.gompertz(x), color=INK)
    ax.plot(0, 0.5, "o", color=SIGMA)
    ax.plot(0, 1 / np.e, "o", color=INK)
    label_line(ax, -1.3, 0.3, "σ", SIGMA, ha="right")
    label_line(ax, 2.05, 0.83, "Gompertz", INK, va="top")
    label_line(ax, 7, 0.71, "Gompertz turned half round its dot", GREY, ha="right", va="top")
    ax.set(xlabel="x", xlim=(-5, 7), ylim=(-0.03, 1.03), yticks=[0, 1 / np.e, 0.5, 1])
    ax.set_yticklabels(["0", "1/e", "½", "1"])
    return ax
