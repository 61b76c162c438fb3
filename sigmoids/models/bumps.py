"""Sums of bumps, each the difference of two steep sigmoids, that follow a curve."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sigmoids.functions import logistic, softplus
from sigmoids.models import shared

FACTS = shared("bumps")
YEAST = FACTS["yeast"]  # Carlson's, whose 18 hours are 1
RATE, MIDDLE = YEAST["rate"] * YEAST["hours"], YEAST["middle"] / YEAST["hours"]
GRID = np.arange(FACTS["parts"] + 1) / FACTS["parts"]
PENALTY = FACTS["penalty"]


@dataclass(frozen=True)
class Target:
    """A curve `f` on [0, 1], an antiderivative `F` of it, and the heights that a picture shows."""

    label: str
    f: Callable
    F: Callable
    heights: tuple[float, float] = (-0.5, 1.5)


TARGETS = {
    "sine": Target(
        "one period of the sine",
        lambda x: np.sin(2 * np.pi * x),
        lambda x: -np.cos(2 * np.pi * x) / (2 * np.pi),
        (-1.5, 1.5),
    ),
    "sawtooth": Target(
        "a sawtooth with a jump",
        lambda x: 2 * x - (x >= 0.5),
        lambda x: x**2 - np.maximum(0, x - 0.5),
    ),
    "runge": Target(
        "Runge’s 1/(1 + 25u²), u = 2x − 1",
        lambda x: 1 / (1 + 25 * (2 * x - 1) ** 2),
        lambda x: np.arctan(5 * (2 * x - 1)) / 10,
    ),
    "yeast": Target(
        "Carlson’s yeast, 18 hours as 1",
        lambda x: logistic(RATE * (x - MIDDLE)),
        lambda x: softplus(RATE * (x - MIDDLE)) / RATE,
    ),
}


def edges(n: int) -> np.ndarray:
    """Where the edges of n bumps are, (n + 1,): every n-th of [0, 1], the outer two far outside."""
    return np.array([-9, *np.arange(1, n) / n, 10])


def bumps(x: np.ndarray, n: int, k: float) -> np.ndarray:
    """The n bumps σ(k(x − a)) − σ(k(x − b)) at x, (len(x), n)."""
    steps = logistic(k * (np.asarray(x)[:, None] - edges(n)))
    return steps[:, :-1] - steps[:, 1:]


def averages(target: Target, n: int) -> np.ndarray:
    """Weights as the target's average over each n-th of [0, 1]."""
    return n * np.diff(target.F(np.arange(n + 1) / n))


def least_squares(target: Target, n: int, k: float) -> np.ndarray:
    """Weights c for the least mean of (sum − target)² on GRID, plus 1e-8 |c|²: it bounds them."""
    rows = np.vstack([bumps(GRID, n, k), np.sqrt(PENALTY * len(GRID)) * np.eye(n)])
    return np.linalg.lstsq(rows, np.append(target.f(GRID), np.zeros(n)))[0]
