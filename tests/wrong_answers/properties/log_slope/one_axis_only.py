"""Loses log_slope-tails: stops with TypeError"""

import math

import numpy as np


def log_slope(x):
    def f(v):
        return -abs(v) - 2 * math.log1p(math.exp(-abs(v)))

    return [f(v) for v in x] if np.ndim(x) else f(x)
