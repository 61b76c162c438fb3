"""Loses gate_bias-check: That is the logarithm of the gate
Loses gate_bias-long: it is far off
"""

import numpy as np


def gate_bias(share, steps):
    return np.log(share) / steps
