"""Draw a digit and watch LeNet-5 read it, layer by layer. The net runs here in NumPy alone."""

import base64
import binascii
from typing import Any

import numpy as np
import traitlets
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from sigmoids import figures
from sigmoids.datasets import load_lenet_bytes
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.models.lenet import (
    CURVES,
    SIDE,
    draw_bitmaps,
    forward,
    prepare,
    samples,
    weights,
)

# Of 100 of the 5,000 digits, 95 lie nearer than this to a bitmap. Where F6 cannot be negative, each
# -1 of a bitmap costs at least 1: that does not count.
USUAL = {"tanh": 1.5, "sigmoid": 5.1, "relu": 2.1}
OWN = "own"
# The order of the file that JavaScript reads: float32, then bytes.
FLOATS = (
    *("C1.scales", "C1.biases", "S2.coefficients", "S2.biases", "C3.scales", "C3.biases"),
    *("S4.coefficients", "S4.biases", "C5.scales", "C5.biases", "F6.scales", "F6.biases"),
)
BYTES = ("C1.weights", "C3.weights", "C5.weights", "F6.weights")


class Drawing(traitlets.Unicode):
    """The 784 pixels in base64, row by row; empty for an empty field."""

    def validate(self, obj: "LenetDemo", value: Any) -> str:
        value = super().validate(obj, value)
        try:
            size = len(base64.b64decode(value, validate=True))
        except (binascii.Error, ValueError):
            size = -1
        if size not in (0, SIDE * SIDE):
            raise traitlets.TraitError(
                "drawing must be 784 bytes in base64, or empty. Set `image` to an array instead."
            )
        return value


class LenetDemo(Demo):
    """LeNet-5 on a digit that is drawn: its layers, and its distance to ten bitmaps.

    Parameters: `activation` ("tanh", as published, "sigmoid" or "relu"; each is a net trained with
    it); `digit`, what is in the field: "0" to "9" from MNIST, "mixed" (that 3, its pixels
    shuffled) or "own", what was drawn; `shift`, pixels to the right (-8 to 8).

    `image` reads and sets what is in the field, (28, 28) uint8. `states` has all layers,
    `distances` the ten outputs and `answer` the digit with the least, all in float64.
    """

    stem = "lenet"
    height = 640
    lines = 5
    files = tuple(CURVES)
    alt = (
        "A handwritten 3, 28 by 28 pixels, and what LeNet-5 makes of it: six maps that still show "
        "its strokes, sixteen small ones that do not, 120 and 84 units without any place. The 84 "
        "look like the bitmap of a 3, and of ten bars, the distances to the ten bitmaps, that of "
        "the 3 is by far the shortest."
    )

    activation = Choice(
        "tanh",
        label="squashing function",
        options={
            "tanh": "scaled tanh, as published",
            "sigmoid": "sigmoid",
            "relu": "ReLU",
        },
    )
    digit = Choice(
        "3",
        label="in the field",
        options={
            **{str(digit): f"a {digit} from MNIST" for digit in range(10)},
            "mixed": "that 3, its pixels shuffled",
            OWN: "your drawing",
        },
    )
    shift = Control(
        0.0, label="moved to the right by", symbol="", low=-8, high=8, step=1, unit="pixels"
    )
    drawing = Drawing("").tag(sync=True)

    def __init__(self, *, image: Any = None, **parameters):
        super().__init__(**parameters)
        if image is not None:
            self.image = image

    @traitlets.validate("shift")
    def _whole(self, proposal):
        return float(round(proposal["value"]))

    @property
    def image(self) -> np.ndarray:
        """What is in the field. Shape (28, 28), uint8: 0 paper to 255 ink."""
        if self.digit != OWN:
            return samples()[list(self.controls()["digit"].values).index(self.digit)].copy()
        pixels = base64.b64decode(self.drawing) or bytes(SIDE * SIDE)
        return np.frombuffer(pixels, np.uint8).reshape(SIDE, SIDE).copy()

    @image.setter
    def image(self, value: Any):
        pixels = np.asarray(value)
        if pixels.shape != (SIDE, SIDE) or not ((pixels >= 0) & (pixels <= 255)).all():
            raise ValueError(
                f"image must be (28, 28) numbers from 0 to 255; got shape {pixels.shape}."
            )
        self.drawing = base64.b64encode(pixels.astype(np.uint8).tobytes()).decode("ascii")
        self.digit = OWN

    @property
    def states(self) -> dict[str, np.ndarray]:
        return forward(weights(self.activation), self.activation, prepare(self.image, self.shift))

    @property
    def distances(self) -> np.ndarray:
        return self.states["output"]

    @property
    def answer(self) -> int:
        return int(self.distances.argmin())

    def parameters(self) -> dict[str, Any]:
        return super().parameters() | {"drawing": self.drawing if self.digit == OWN else ""}

    def build_spec(self) -> dict[str, Any]:
        return super().build_spec() | {"usual": USUAL}

    @classmethod
    def file(cls, name: str) -> bytes:
        """Weights as stored, the bitmaps and the samples; `lenet.js` reads them in this order."""
        stored = load_lenet_bytes(name)
        parts = [
            *(stored[key].astype("<f4") for key in FLOATS),
            *(stored[key].astype(np.int8) for key in BYTES),
            draw_bitmaps().astype(np.int8),
            samples(),
        ]
        return b"".join(part.tobytes() for part in parts)

    def __repr__(self) -> str:
        drawn = f", drawing=<{self.image.sum() / 255:.0f} pixels of ink>"
        return (
            f"LenetDemo(activation={self.activation!r}, digit={self.digit!r}, "
            f"shift={self.shift:g}{drawn if self.digit == OWN else ''})"
        )

    def draw(self, figure: Figure) -> None:
        states, image = self.states, self.image / 255
        figure.set_layout_engine("none")
        ax = figure.add_axes((0, 0, 1, 1))
        ax.set(xlim=(-6, 714), ylim=(self.height, 0))
        ax.axis("off")
        _draw_map(ax, image, 0, 18, 11)
        _draw_map(ax, states["input"], 0, 368, 3)
        for (x, y), words in {
            (0, 18): "the drawing",
            (0, 368): "input",
            (130, 368): "nearest",
        }.items():
            ax.text(x, y - 6, words, color=figures.GREY)
        ax.text(130, 452, self.answer, size=60, color=figures.text_shade(figures.BLUE))
        for name, (x, y, across, gap, unit) in PLACES.items():
            maps = states[name].reshape(MAPS.get(name, states[name].shape))
            full = max(1e-9, maps.max()) if self.activation == "relu" else 1
            for i, part in enumerate(maps):
                step = np.array(part.shape) * unit + gap
                left, top = x + i % across * step[1], y + i // across * step[0]
                _draw_map(ax, part / full, left, top, unit)
            ax.text(x, y - 6, name, color=figures.INK)
        distances, most = states["output"], max(100, states["output"].max())
        ax.text(84, 504, "distance of F6 to each bitmap", color=figures.GREY)
        for digit, bitmap in enumerate(draw_bitmaps().reshape(10, 12, 7)):
            x, tall, here = 115 + 62 * digit, 30 * distances[digit] / most, digit == self.answer
            _draw_map(ax, bitmap if here else bitmap / 3, x - 17.5, 558, 5)
            color = figures.BLUE if here else figures.GREY
            ax.bar(x, -tall, bottom=552, width=35, color=color)
            words = f"{distances[digit]:.{int(distances[digit] < 9.95)}f}"
            ax.text(x, 548 - tall, words, size=9, ha="center", color=figures.text_shade(color))


# In the still picture: left, top, maps in a row, gap and size of a unit, all in pixels.
PLACES = {
    "C1": (340, 18, 6, 8, 2),
    "S2": (340, 102, 6, 8, 3),
    "C3": (340, 172, 8, 7, 4),
    "S4": (340, 287, 8, 7, 6),
    "C5": (340, 382, 1, 0, 13),
    "F6": (0, 510, 1, 0, 9),
}
MAPS = {"C5": (1, 5, 24), "F6": (1, 12, 7)}


def _draw_map(ax: Axes, values: np.ndarray, left: float, top: float, unit: float) -> None:
    """Units as squares in five shades, blue above 0 and vermilion below, all at ±1 and beyond.

    Squares that touch in a row are one piece of a path: small, and without seams.
    """
    height, width = values.shape
    corners = [(left, top), (left, top + height * unit), (left + width * unit, top + height * unit)]
    rim = Path([*corners, (left + width * unit, top), (left, top)], closed=True)
    ax.add_patch(PathPatch(rim, facecolor="none", edgecolor="#CCCCCC", linewidth=0.5))
    shade = np.sign(values) * np.ceil(np.minimum(1, np.abs(values)) * 5 - 0.5)
    for level in [s for s in range(-5, 6) if s and (shade == s).any()]:
        here = np.pad(shade == level, ((0, 0), (1, 1))).astype(int)
        rows, starts = np.nonzero(np.diff(here) == 1)
        ends = np.nonzero(np.diff(here) == -1)[1]
        points, codes = [], []
        for row, start, end in zip(rows, starts, ends, strict=True):
            y = top + (row + 0.5) * unit
            points += [(left + start * unit, y), (left + end * unit, y)]
            codes += [Path.MOVETO, Path.LINETO]
        color = figures.BLUE if level > 0 else figures.VERMILION
        style = {"edgecolor": color, "alpha": abs(level) / 5, "facecolor": "none"}
        ax.add_patch(
            PathPatch(Path(points, codes), linewidth=0.72 * unit, capstyle="butt", **style)
        )
