"""Loses forget_bias-check: an array of 4 came back, and an array of shape (2, 2) is wanted
Loses forget_bias-long: an array of 24 came back, and an array of shape (4, 6) is wanted
"""

import numpy as np


def forget_bias(steps):
    flat = np.ravel(steps)
    out = np.array([-np.log(np.expm1(np.log(2) / n)) for n in flat])
    return out if np.ndim(steps) else out[0]
