"""Loses gate_bias-long: `gate_bias(0.5, 1e+17)` gives 34.90528932, and 39.5104595 is"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(np.expm1(-np.log(share) / np.minimum(steps, 1e15)))
