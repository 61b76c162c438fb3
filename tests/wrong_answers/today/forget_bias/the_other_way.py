"""Loses forget_bias-check: half-life of n is wanted
Loses forget_bias-long: `forget_bias(10)` gives 15267.9
"""

import numpy as np


def forget_bias(steps):
    return np.log(2) / np.log1p(np.exp(-steps))
