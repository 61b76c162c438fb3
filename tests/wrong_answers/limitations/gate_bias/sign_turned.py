"""Loses gate_bias-check: a long memory needs a gate near 1
Loses gate_bias-long: it is far off
"""

import numpy as np


def gate_bias(share, steps):
    return np.log(np.expm1(-np.log(share) / steps))
