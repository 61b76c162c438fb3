"""Loses forget_bias-check: Steps need not be whole numbers"""

import numpy as np


def forget_bias(steps):
    steps = np.maximum(np.round(steps), 1)
    return -np.log(np.expm1(np.log(2) / steps))
