"""Loses forget_bias-check: gives 0.88, and 0.881374 is right
Loses forget_bias-long: gives 2.63, and 2.63424 is right
"""

import numpy as np


def forget_bias(steps):
    return np.round(-np.log(np.expm1(np.log(2) / steps)), 2)
