"""Loses forget_bias-check: Steps need not be whole numbers
Loses forget_bias-long: an input that is not shown
"""

import numpy as np


def forget_bias(steps):
    steps = np.maximum(np.round(steps), 1)
    return -np.log(np.expm1(np.log(2) / steps))
