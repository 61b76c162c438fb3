"""Loses gate_bias-check: Divide its logarithm
Loses gate_bias-long: it is far off
"""

import numpy as np


def gate_bias(share, steps):
    f = share / steps
    return np.log(f / (1 - f))
