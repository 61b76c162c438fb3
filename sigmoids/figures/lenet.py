"""The figures of the chapter on LeNet-5."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from sigmoids.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, SIGMA, label_line
from sigmoids.models.lenet import AMPLITUDE

# tanh, σ and ReLU have these colours in the chapter on the remedies, too.
_CURVES = {"tanh": PURPLE, "sigmoid": SIGMA, "relu": GREEN}
_NAMES = {"tanh": "tanh", "sigmoid": "σ", "relu": "ReLU"}


def draw_squash(ax: Axes, z, f, bend) -> Axes:
    """LeNet's squashing function f, the size of its second derivative, and z itself; (n,) each."""
    ax.plot(z, z, color=GREY, linewidth=1.2, linestyle="--")
    ax.plot(z, np.abs(bend), color=ORANGE, linewidth=1.6)
    ax.plot(z, f, color=PURPLE)
    ax.plot([-1, 1], [-1, 1], "o", color=PURPLE)
    label_line(ax, 3.9, 1.58, "f(z)", PURPLE, ha="right", va="top")
    label_line(ax, -1.15, 0.72, "|f″(z)|", ORANGE, ha="right")
    label_line(ax, 1.35, 1.75, "z", INK, ha="right")
    ax.set(xlabel="z", xlim=(-4, 4), ylim=(-2, 2))
    ax.set_xticks([-3, -1, 0, 1, 3], ["−3", "−1", "0", "1", "3"])
    ax.set_yticks(
        [-AMPLITUDE, -1, 0, 1, AMPLITUDE], [f"−{AMPLITUDE}", "−1", "0", "1", f"{AMPLITUDE}"]
    )
    return ax


def draw_codes(ax: Axes, rows: dict) -> Axes:
    """Rows of ten pictures, twelve high and seven wide, with their names; 0 to 9 from the left.

    `rows`: by name, (10, 12, 7) numbers; -1 is drawn white, 0 grey and 1 black.
    """
    for r, (name, pictures) in enumerate(rows.items()):
        bottom = -14.5 * r
        for digit, picture in enumerate(pictures):
            _picture(ax, picture, 9 * digit, bottom, low=-1.4, high=1.4)
        ax.text(-2, bottom + 6, name, ha="right", va="center")
    ax.set(xlim=(-21, 89), ylim=(bottom - 1, 13), aspect="equal")
    ax.axis("off")
    return ax


def draw_first_layer(ax: Axes, ink, kernels, maps) -> Axes:
    """A digit (32, 32), six kernels (6, 5, 5), and below each the map (6, 28, 28) that it makes.

    Kernels are scaled to the largest weight; weights and states are white if negative, grey at 0,
    black if positive.
    """
    _picture(ax, ink, 0, 62, low=-1.2, high=1.2)
    ax.text(36, 78, "what goes in", va="center")
    largest = np.abs(kernels).max()
    for i, (kernel, made) in enumerate(zip(kernels, maps, strict=True)):
        left = 31 * i
        _picture(ax, kernel / largest, left + 4, 34, low=-1, high=1, size=4)
        _picture(ax, made, left, 0, low=-1.72, high=1.72)
    ax.set(xlim=(-1, 184), ylim=(-1, 95), aspect="equal")
    ax.axis("off")
    return ax


def draw_test_errors(ax: Axes, curves: dict, *, published) -> Axes:
    """Test error by epoch, in per cent, on a logarithmic axis: each seed thin, their mean thick.

    `curves`: by "tanh", "sigmoid" and "relu", (seeds, epochs); `published`: a line across.
    """
    for name, errors in curves.items():
        epochs = np.arange(1, errors.shape[1] + 1)
        ax.plot(epochs, errors.T, color=_CURVES[name], linewidth=0.8, alpha=0.6)
        ax.plot(epochs, errors.mean(0), color=_CURVES[name])
        key = {"sigmoid": 4.6, "tanh": 3.85, "relu": 3.22}[name]  # they lie too close for labels
        ax.plot([9.2, 10.4], [key, key], color=_CURVES[name])
        label_line(ax, 10.8, key, _NAMES[name], _CURVES[name], va="center")
    ax.axhline(published, color=INK, linewidth=1, linestyle="--")
    ax.text(1, published / 1.04, f"1998: {published}%", va="top")
    ax.set(xlabel="passes through the 60,000 digits", ylabel="test error, %", yscale="log")
    ax.set(xlim=(0.8, epochs[-1] + 0.2), ylim=(0.6, 6))
    ax.set_yticks([0.7, 1, 2, 3, 5], ["0.7", "1", "2", "3", "5"])
    ax.minorticks_off()
    return ax


def draw_confusion(ax: Axes, table) -> Axes:
    """How often each digit was named wrongly: `table` (10, 10), rows right, columns named."""
    table = np.where(np.eye(10, dtype=bool), 0, table)
    for (right, named), count in np.ndenumerate(table):
        shade = 0.55 * count / table.max()
        box = (named - 0.5, right - 0.5), 1, 1
        if right == named:
            ax.add_patch(_square(*box[0], color=GREY, alpha=0.35))
        elif count:
            ax.add_patch(_square(*box[0], color=BLUE, alpha=0.1 + shade))
            ax.text(named, right, str(count), ha="center", va="center_baseline")
    ax.plot([-0.5, 9.5, 9.5, -0.5, -0.5], [-0.5, -0.5, 9.5, 9.5, -0.5], color=GREY, linewidth=1)
    ax.set(xlabel="named", ylabel="was", xlim=(-0.55, 9.55), ylim=(9.55, -0.55), aspect="equal")
    ax.set(xticks=range(10), yticks=range(10))
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    return ax


def draw_mistakes(ax: Axes, images, labels, named, *, columns=6) -> Axes:
    """Digits that a net named wrongly: (n, 28, 28) from 0, white, to 255, what each was and name.

    Under each: "was 4: 9" for a 4 that was named 9.
    """
    for i, image in enumerate(images):
        row, column = divmod(i, columns)
        left, bottom = 31 * column, -38 * row
        _picture(ax, np.asarray(image) / 255, left, bottom, low=-0.125, high=1.125, shades=5)
        text = f"{labels[i]} → {named[i]}"
        ax.text(left + 14, bottom - 1, text, ha="center", va="top")
    ax.set(xlim=(-1, 31 * columns - 2), ylim=(bottom - 9, 29), aspect="equal")
    ax.axis("off")
    return ax


def _picture(ax, image, left, bottom, *, low, high, size=1, shades=7):
    """Pixels in a few shades from white at `low` to black at `high`, one path for each shade.

    Not `imshow`, which packs a bitmap whose bytes depend on a library of the machine.
    """
    image = np.asarray(image, float)
    rows, columns = image.shape
    level = np.clip(np.floor((image - low) / (high - low) * shades), 0, shades - 1).astype(int)
    for shade in range(1, shades):
        grey = str(1 - shade / (shades - 1))
        corners = []
        for top, first, height, width in _blocks(level == shade):
            x, y = left + size * first, bottom + size * (rows - top)
            across, down = size * width, size * height
            corners += [(x, y), (x + across, y), (x + across, y - down), (x, y - down), (x, y)]
        if corners:
            codes = [Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY] * (len(corners) // 5)
            path = Path(corners, codes)
            ax.add_patch(PathPatch(path, facecolor=grey, edgecolor="none", antialiased=False))
    x, y = left + size * columns, bottom + size * rows
    frame = Path([(left, bottom), (x, bottom), (x, y), (left, y), (left, bottom)], closed=True)
    ax.add_patch(PathPatch(frame, facecolor="none", edgecolor=GREY, linewidth=0.5))


def _blocks(mask):
    """Rectangles (top, left, height, width) that together cover where `mask` is true, once."""
    mask = mask.copy()
    for top, left in zip(*np.nonzero(mask), strict=True):
        if not mask[top, left]:
            continue
        width = np.argmin([*mask[top, left:], False])
        below = mask[top:, left : left + width].all(1)
        height = np.argmin([*below, False])
        mask[top : top + height, left : left + width] = False
        yield top, left, height, width


def _square(x, y, *, color, alpha):
    corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
    path = Path(corners, closed=True)
    return PathPatch(path, facecolor=color, alpha=alpha, edgecolor="none", antialiased=False)
