"""LeNet-5 in NumPy, from a drawing to ten distances; `sigmoids.lenet` has it in PyTorch.

The ten bitmaps and the constants of the published net (LeCun and others 1998) stand here, for both.
"""

import math
from functools import cache

import numpy as np

from sigmoids.datasets import dequantise, load_digits, load_lenet_bytes
from sigmoids.functions import logistic

BACKGROUND, FOREGROUND = -0.1, 1.175  # what paper and ink are to the net, Section II-B
CONTRAST = 1.275  # their difference, which computed is 2e-16 more than the page's script has
AMPLITUDE, SLOPE = 1.7159, 2 / 3  # of the squashing function: f(1) = 1, f(-1) = -1
SIDE, FIELD, BOX = 28, 32, 20  # pixels: of the drawing, of the net's input, of a digit in it
CURVES = {
    "tanh": lambda a: AMPLITUDE * np.tanh(SLOPE * a),
    "sigmoid": logistic,
    "relu": lambda a: np.maximum(0, a),
}
SAMPLES = (37, 66, 48, 50, 36, 40, 120, 54, 14, 12)  # places in `load_digits`, of a 0, a 1, ...

# What the 84 units of F6 should look like for each digit, seven wide and twelve high. Ours.
DRAWINGS = """
....... ....... ....... ....... .......
..###.. ...##.. .#####. .#####. ....##.
.##.##. ..###.. ##...## ##...## ...###.
##...## .####.. .....## .....## ..####.
##...## ...##.. .....## .....## .##.##.
##...## ...##.. ....##. ..####. ##..##.
##...## ...##.. ...##.. ..####. ##..##.
##...## ...##.. ..##... .....## #######
##...## ...##.. .##.... .....## #######
.##.##. ...##.. ##..... ##...## ....##.
..###.. .###### ####### .#####. ....##.
....... ....... ....... ....... .......

....... ....... ....... ....... .......
####### ..####. ####### .#####. .#####.
##..... .##.... ####### ##...## ##...##
##..... ##..... .....## ##...## ##...##
######. ##..... ....##. .##.##. ##...##
.....## ######. ....##. ..###.. .######
.....## ##...## ...##.. .##.##. .....##
.....## ##...## ...##.. ##...## .....##
.....## ##...## ..##... ##...## .....##
##...## ##...## ..##... ##...## ....##.
.#####. .#####. ..##... .#####. .####..
....... ....... ....... ....... .......
"""


def draw_bitmaps() -> np.ndarray:
    """The ten, from 0 to 9. Shape (10, 84), float32, 1 in ink and -1 elsewhere."""
    halves = [half.split("\n") for half in DRAWINGS.strip().split("\n\n")]
    digits = [[row.split()[i] for row in half] for half in halves for i in range(5)]
    signs = [[1 if c == "#" else -1 for c in "".join(rows)] for rows in digits]
    return np.array(signs, dtype=np.float32)


@cache
def samples() -> np.ndarray:
    """Ten digits of MNIST, and the 3 with its pixels shuffled. Shape (11, 28, 28), uint8."""
    digits = load_digits().images[list(SAMPLES)]
    mixed, middle = digits[3].copy(), slice(4, 24)
    ink = mixed[middle, middle].ravel()
    mixed[middle, middle] = np.random.default_rng(1).permutation(ink).reshape(BOX, BOX)
    return np.concatenate([digits, mixed[None]])


@cache
def weights(activation: str) -> dict[str, np.ndarray]:
    """The trained net as it is shipped, a byte for each weight, in float64."""
    stored = load_lenet_bytes(activation)
    return dequantise({name: value.astype(float) for name, value in stored.items()})


def prepare(image: np.ndarray, shift: float = 0) -> np.ndarray:
    """What the net is shown of a drawing, (28, 28) of 0 to 255. Shape (32, 32).

    As MNIST was made: what is inked is scaled until its longer side is 20 pixels, and moved by
    whole pixels until its centre of mass is the field's. A digit of MNIST stays as it is. Then it
    moves right by `shift` pixels; what crosses the rim is lost.
    """
    ink, field = np.asarray(image, dtype=float), np.zeros((FIELD, FIELD))
    if ink.any():
        rows, columns = (np.flatnonzero(ink.any(axis)) for axis in (1, 0))
        ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        scale = BOX / max(ink.shape)
        ink = _shares(ink.shape[0], scale) @ ink @ _shares(ink.shape[1], scale).T
        centre = (np.arange(ink.shape[axis]) @ ink.sum(1 - axis) / ink.sum() for axis in (0, 1))
        # A drawing may be exactly symmetric: the 1e-9 then decides, not the last digit of a sum.
        top, left = (math.floor(16.5 - c + 1e-9) for c in centre)
        left += round(shift)
        for (i, j), value in np.ndenumerate(ink):
            if 0 <= top + i < FIELD and 0 <= left + j < FIELD:
                field[top + i, left + j] = value
    return field / 255 * CONTRAST + BACKGROUND


def _shares(size: int, scale: float) -> np.ndarray:
    """Which share of each old pixel makes each new one: rows of overlaps, times the scale."""
    new, old = np.ogrid[: math.ceil(size * scale - 1e-9), :size]
    low, high = np.maximum(new / scale, old), np.minimum((new + 1) / scale, old + 1)
    return np.maximum(0, high - low) * scale


def forward(net: dict[str, np.ndarray], activation: str, field: np.ndarray) -> dict:
    """All layers of LeNet-5 for one input, (32, 32), after squashing, and the ten distances.

    Shapes: input (32, 32), C1 (6, 28, 28), S2 (6, 14, 14), C3 (16, 10, 10), S4 (16, 5, 5),
    C5 (120,), F6 (84,), output (10,). `sigmoids.lenet` has the same in PyTorch.
    """
    squash, states = CURVES[activation], {"input": field}
    x = field[None]
    for convolution, subsampling in (("C1", "S2"), ("C3", "S4")):
        windows = np.lib.stride_tricks.sliding_window_view(x, (5, 5), axis=(1, 2))
        sums = np.einsum("kyxij,mkij->myx", windows, net[f"{convolution}.weights"])
        x = states[convolution] = squash(sums + net[f"{convolution}.biases"][:, None, None])
        fours = x.reshape(len(x), x.shape[1] // 2, 2, x.shape[2] // 2, 2).sum((2, 4))
        factor, bias = (net[f"{subsampling}.{kind}"] for kind in ("coefficients", "biases"))
        x = states[subsampling] = squash(fours * factor[:, None, None] + bias[:, None, None])
    for layer in ("C5", "F6"):
        full = net[f"{layer}.weights"].reshape(len(net[f"{layer}.biases"]), -1)
        x = states[layer] = squash(full @ x.ravel() + net[f"{layer}.biases"])
    states["output"] = ((x - draw_bitmaps()) ** 2).sum(1)
    return states
