"""Loses gate_bias-long: `gate_bias(0.5, 1e+12)` gives 27.99742429, and 27.99753404 is"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(np.exp(-np.log(share) / steps) - 1)
