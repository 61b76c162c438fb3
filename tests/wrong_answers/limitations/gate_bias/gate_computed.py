"""Loses gate_bias-long: Only its first digits are right"""

import numpy as np


def gate_bias(share, steps):
    f = share ** (1 / steps)
    return np.log(f / (1 - f))
