"""Loses layer_gradient-shapes: passes a little of the gradient"""

import numpy as np


def layer_gradient(h, s, g):
    slope = np.where((s < 0.01) | (s > 0.99), 0, s * (1 - s))
    return h.T @ (g * slope)
