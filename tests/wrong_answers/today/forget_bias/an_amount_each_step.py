"""Loses forget_bias-check: it multiplies, it does not subtract
Loses forget_bias-long: `forget_bias(10)` gives 2.94444
"""

import numpy as np


def forget_bias(steps):
    return np.log(2 * steps - 1)
