"""Loses forget_bias-check: `np.expm1` has taken the 1 away already: here it is taken away
Loses forget_bias-long: gives nan, and 2.63424 is right
"""

import numpy as np


def forget_bias(steps):
    return -np.log(np.expm1(np.log(2) / steps) - 1)
