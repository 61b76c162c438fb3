"""Logistic regression of points in the plane, by Newton's method."""

import numpy as np

from sigmoids.functions import log_logistic, logistic

GRID = 20  # points lie on twentieths, so that sides of lines are told in exact integers
_LOWER = [(-2.8, -1.1), (-1.9, 0.5), (-1.5, -2.1), (-0.6, -0.9), (0.5, -1.9)]
_UPPER = [(2.7, 1.3), (1.9, -0.5), (1.2, 2.2), (0.7, 0.8), (-0.5, 1.9)]
_CORNER = [(2.6, 1.7), (1.8, 1.7), (2.2, 1.1)]
# Of each preset the points of class 0, then those of class 1.
_PAIRS = {
    "overlap": ([*_LOWER, (1.3, 0.1)], [*_UPPER, (-1.1, -0.2)]),
    "apart": ([*_LOWER, (-2.9, 2.0)], [*_UPPER, (2.4, 2.4)]),
    "stray": ([*_LOWER, (-2.9, 2.0)], [*_UPPER, (-3.5, -2.5)]),
    "corners": (
        [*_CORNER, *((-x1, -x2) for x1, x2 in _CORNER)],
        [*((x1, -x2) for x1, x2 in _CORNER), *((-x1, x2) for x1, x2 in _CORNER)],
    ),
}
PRESETS = {
    name: [[x1, x2, c] for c, points in enumerate(pair) for x1, x2 in points]
    for name, pair in _PAIRS.items()
}


def fit(points: list[list[float]], ridge: float) -> np.ndarray:
    """(w₁, w₂, b) of least mean log-loss + ½·ridge·(w₁² + w₂²), by Newton's method."""
    table = np.array(points, dtype=float)
    inputs, sign = np.c_[table[:, :2], np.ones(len(table))], 2 * table[:, 2] - 1
    penalty = ridge * np.array([1, 1, 0])

    def loss(theta):
        return -log_logistic(sign * (inputs @ theta)).mean() + 0.5 * penalty @ theta**2

    theta = np.zeros(3)
    for _ in range(100):
        z = inputs @ theta
        gradient = -(sign * logistic(-sign * z)) @ inputs / len(z) + penalty * theta
        bend = logistic(z) * logistic(-z) / len(z)
        step = np.linalg.solve((inputs.T * bend) @ inputs + np.diag(penalty), gradient)
        gain, size = gradient @ step, 1.0
        # Far from the minimum a full step can overshoot; near it, rounding would forbid any.
        while gain > 1e-10 and loss(theta - size * step) > loss(theta) - 0.25 * size * gain:
            size /= 2
        theta = theta - size * step
        if gain < 1e-24:
            break
    return theta
