"""Loses forget_bias-check: For a few steps it is too rough
Loses forget_bias-long: `forget_bias(10)` gives 2.6691
"""

import numpy as np


def forget_bias(steps):
    return np.log(steps / np.log(2))
