"""Loses forget_bias-long: The gate is rounded to 1 here, so 1 − gate is 0, and Python does"""

import numpy as np


def forget_bias(steps):
    g = 0.5 ** (1 / steps)
    return np.log(g / (1 - g))
