"""Loses forget_bias-check: then b is below 0"""

import numpy as np


def forget_bias(steps):
    return np.maximum(-np.log(np.expm1(np.log(2) / steps)), 0)
