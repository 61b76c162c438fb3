"""Loses layer_gradient-shapes: at an input that is not shown"""

import numpy as np


def layer_gradient(h, s, g):
    s = np.clip(s, 0.01, 0.99)
    return h.T @ (g * s * (1 - s))
