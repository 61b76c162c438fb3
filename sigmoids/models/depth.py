"""A gradient on its way back through a deep net."""

import numpy as np

from sigmoids import functions as f
from sigmoids.models import shared
from sigmoids.models.generator import random_numbers

FACTS = shared("depth")
WIDTH, DEEPEST = FACTS["width"], FACTS["deepest"]


def _sigmoid(z):
    return f.logistic(z), f.logistic_slope(z)


def _tanh(z):
    return np.tanh(z), 4 * f.logistic_slope(2 * z)


def gradients(activation: str, layers: int, scale: float, seed: int) -> dict:
    """One pass forward and one back through `layers` layers of 32 units, no biases.

    The weights are uniform with standard deviation scale/√32. `norms`, (layers,): length of the
    gradient of the weighted sums z at the last layer (set to 1), at the one before, …, at layer 1.
    `stretch` and `slope`: what a layer's weights, and then its slopes φ′(z), multiply that length
    by; geometric means over the layers.
    """
    u = (2 * random_numbers(seed, 2 * WIDTH + DEEPEST * WIDTH**2) - 1) * np.sqrt(3)
    a, delta = u[: 2 * WIDTH].reshape(2, WIDTH)
    weights = u[2 * WIDTH :].reshape(DEEPEST, WIDTH, WIDTH) * (scale / np.sqrt(WIDTH))
    slopes = []
    for w in weights[: layers - 1]:
        z = w @ a
        if activation == "relu":
            a, slope = np.maximum(z, 0), np.where(z > 0, 1.0, 0.0)
        else:
            a, slope = {"sigmoid": _sigmoid, "tanh": _tanh}[activation](z)
            a = a.astype(np.float32).astype(float)  # as in depth.js, which says why
        slopes.append(slope)
    first, stretches, norms = np.linalg.norm(delta), [], [1.0]
    for w, slope in zip(weights[layers - 1 : 0 : -1], slopes[::-1], strict=True):
        back = delta @ w
        stretches.append(np.linalg.norm(back) / np.linalg.norm(delta))
        delta = back * slope
        norms.append(np.linalg.norm(delta) / first)
    stretch = np.exp(np.mean(np.log(stretches)))
    factor = norms[-1] ** (1 / (layers - 1))
    return {"norms": np.array(norms), "stretch": stretch, "slope": factor / stretch}
