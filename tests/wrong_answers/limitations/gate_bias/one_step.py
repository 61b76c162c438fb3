"""Loses gate_bias-check: That is right for one step
Loses gate_bias-long: it is far off
"""

import numpy as np


def gate_bias(share, steps):
    return np.log(share / (1 - share)) + 0 * steps
