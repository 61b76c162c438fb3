"""Loses forget_bias-check: This keeps 1/e
Loses forget_bias-long: `forget_bias(10)` gives 2.25217
"""

import numpy as np


def forget_bias(steps):
    return -np.log(np.expm1(1 / steps))
