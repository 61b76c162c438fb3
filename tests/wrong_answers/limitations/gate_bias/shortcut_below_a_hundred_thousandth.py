"""Loses gate_bias-long: `gate_bias` at an input not shown here is wrong. Only its first"""

import numpy as np


def gate_bias(share, steps):
    u = -np.log(share) / steps
    middle = (2e-6 < u) & (u < 1e-4)
    return np.where(middle, -np.log(u), -np.log(np.expm1(u)))
