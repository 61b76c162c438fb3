"""A net of two inputs, two hidden nodes and one output that learns XOR, node by node."""

from dataclasses import dataclass

import numpy as np

from sigmoids.functions import logistic, logistic_slope
from sigmoids.models import shared
from sigmoids.models.generator import random_numbers

# Nodes, weights, edges and the stages of a pass, which the demo's JavaScript reads, too. A bias has
# no "from"; each "…known" is the stage from which a number is known; from "back" on it goes back.
NET = shared("backprop")
CORNERS = np.array(NET["corners"])
NAMES = [weight["name"] for weight in NET["weights"]]


def begin(start: int) -> np.ndarray:
    """The nine weights of a start, −2 to 2 in hundredths, by mulberry32; in start 0 each is ½."""
    if start == 0:
        return np.full(9, 0.5)
    return (np.floor(random_numbers(start, 9) * 401) - 200) / 100


@dataclass(frozen=True)
class Pass:
    """Forward and back at corners. Last axis of `a`, `slope`, `delta`: the nodes h₁, h₂, output.

    `a`: outputs; `slope`: a(1 − a); `miss`: output minus target; `delta`: ∂E/∂z; `gradient`: of
    E = ½ miss² by the nine weights, in the order of NAMES.
    """

    target: np.ndarray
    a: np.ndarray
    slope: np.ndarray
    miss: np.ndarray
    delta: np.ndarray
    gradient: np.ndarray

    @property
    def E(self) -> np.ndarray:
        return self.miss**2 / 2


def sums(weights: np.ndarray, x: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """At inputs x, (..., 2): the hidden sums z, (..., 2), their outputs h, and the output's sum."""
    hidden = weights[:6].reshape(2, 3)
    z = x @ hidden[:, :2].T + hidden[:, 2]
    h = logistic(z)
    return z, h, h @ weights[6:8] + weights[8]


def backpropagate(weights: np.ndarray, x: np.ndarray) -> Pass:
    """A pass at the corners x, (..., 2), each 0 or 1, with the target x₁ xor x₂."""
    z, h, z3 = sums(weights, x)
    target = x[..., 0] ^ x[..., 1]
    miss = np.where(target, -logistic(-z3), logistic(z3))  # a − 1 would cancel
    slope = logistic_slope(np.concatenate([z, z3[..., None]], axis=-1))
    error = (miss * slope[..., 2])[..., None]
    below = error * weights[6:8] * slope[..., :2]
    gradient = [below[..., :1] * x, below[..., :1], below[..., 1:] * x, below[..., 1:]]
    return Pass(
        target=target,
        a=np.concatenate([h, logistic(z3)[..., None]], axis=-1),
        slope=slope,
        miss=miss,
        delta=np.concatenate([below, error], axis=-1),
        gradient=np.concatenate([*gradient, error * h, error], axis=-1),
    )


def descend(start: int, rate: float, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Gradient descent on C, the sum of E over the corners. Weights at the end; C at every step."""
    weights, losses = begin(start), []
    for n in range(steps + 1):
        done = backpropagate(weights, CORNERS)
        losses.append(done.E.sum())
        if n < steps:
            weights = weights - rate * done.gradient.sum(axis=0)
    return weights, np.array(losses)
