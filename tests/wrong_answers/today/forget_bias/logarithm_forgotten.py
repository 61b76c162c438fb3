"""Loses forget_bias-check: That is e^-b. b is minus its logarithm
Loses forget_bias-long: gives 0.0717735, and 2.63424 is right
"""

import numpy as np


def forget_bias(steps):
    return np.expm1(np.log(2) / steps)
