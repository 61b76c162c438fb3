"""Loses forget_bias-check: The sign is turned
Loses forget_bias-long: `forget_bias(10)` gives -2.63424
"""

import numpy as np


def forget_bias(steps):
    return np.log(np.expm1(np.log(2) / steps))
