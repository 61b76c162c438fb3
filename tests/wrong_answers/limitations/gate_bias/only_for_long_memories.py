"""Loses gate_bias-check: gives 0.366513, and 0 is right
Loses gate_bias-long: Only its first digits
"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(-np.log(share) / steps)
