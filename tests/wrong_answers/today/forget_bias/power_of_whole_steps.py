"""Loses forget_bias-check: stops with ValueError"""

import numpy as np


def forget_bias(steps):
    return -np.log(np.expm1(np.log(2) * steps**-1))
