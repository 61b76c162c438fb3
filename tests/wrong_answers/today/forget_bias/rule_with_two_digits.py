"""Loses forget_bias-check: A half-life of 0.69 eᵇ holds for long memories, and 0.69 is ln 2
Loses forget_bias-long: gives 2.67365, and 2.63424 is right
"""

import numpy as np


def forget_bias(steps):
    return np.log(steps / 0.69)
