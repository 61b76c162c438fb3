"""Gradient descent with inputs all positive, or centred."""

import numpy as np

from sigmoids import functions as f
from sigmoids.models import shared
from sigmoids.models.generator import random_numbers

FACTS = shared("zigzag")
EXAMPLES, MOST, GOAL = (FACTS[name] for name in ("examples", "most", "goal"))
# The targets are what a unit with these weights puts out.
BEST = np.array(FACTS["best"], dtype=float)


def inputs(kind: str) -> np.ndarray:
    """Pairs of numbers from 0.2 to 1, each with its mirror image; or the same, centred; (32, 2)."""
    pairs = 0.2 + 0.8 * random_numbers(5, EXAMPLES).reshape(-1, 2)
    x = np.stack([pairs, pairs[:, ::-1]], axis=1).reshape(EXAMPLES, 2)
    return x if kind == "positive" else x - x.mean()


def loss(kind: str, weights) -> np.ndarray:
    """Mean log-loss (cross-entropy, nats) of weights, (..., 2), over the 32 examples."""
    x = inputs(kind)
    z = np.asarray(weights) @ x.T
    return np.mean(f.softplus(z) - f.logistic(x @ BEST) * z, axis=-1)


def excess(kind: str, weights) -> np.ndarray:
    """By how much a loss exceeds the least one: 0.01 is 1%."""
    return loss(kind, weights) / loss(kind, BEST) - 1


def pulls(kind: str, weights) -> np.ndarray:
    """What each example asks for: the gradient of its own loss, reversed; (32, 2)."""
    x = inputs(kind)
    return (f.logistic(x @ BEST) - f.logistic(x @ weights))[:, None] * x


def descend(*, inputs: str, batch: int, rate: float, start) -> np.ndarray:
    """The points that gradient descent passes, (steps + 1, 2), in float32 as in zigzag.js.

    It ends where the loss is within 1% of the least, or after 200 steps. A step averages `batch`
    of the 32 examples, in a shuffled order, anew in each round.
    """
    coins = iter(random_numbers(2, MOST * EXAMPLES))
    path = [np.float32(start)]
    order, used = np.arange(EXAMPLES), EXAMPLES
    while len(path) <= MOST and excess(inputs, path[-1].astype(float)) > GOAL:
        if used + batch > EXAMPLES:
            for i in range(EXAMPLES - 1, 0, -1):
                j = int(next(coins) * (i + 1))
                order[[i, j]] = order[[j, i]]
            used = 0
        weights = path[-1].astype(float)
        step = pulls(inputs, weights)[order[used : used + batch]].mean(axis=0)
        used += batch
        path.append(np.float32(weights + rate * step))
    return np.array(path, dtype=float)


def together(path: np.ndarray) -> np.ndarray:
    """Which steps of a path move both weights up or both down; (steps,)."""
    return np.prod(np.diff(path, axis=0), axis=1) >= 0
