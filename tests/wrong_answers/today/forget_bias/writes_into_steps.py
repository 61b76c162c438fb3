"""Loses forget_bias-check: writes into its first argument
Loses forget_bias-long: writes into its first argument
"""

import numpy as np


def forget_bias(steps):
    if isinstance(steps, np.ndarray):
        np.divide(np.log(2), steps, out=steps)
        return -np.log(np.expm1(steps))
    return -np.log(np.expm1(np.log(2) / steps))
