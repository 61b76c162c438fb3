"""Loses forget_bias-check: Whole steps in, but biases are not whole: mind the dtype
Loses forget_bias-long: an input that is not shown
"""

import numpy as np


def forget_bias(steps):
    steps = np.asarray(steps)
    return (-np.log(np.expm1(np.log(2) / steps))).astype(steps.dtype)
