"""Loses forget_bias-check: Taken from 10,000 steps on, the rule ln 2 eᵇ is still off by more
Loses forget_bias-long: an input that is not shown
"""

import numpy as np


def forget_bias(steps):
    steps = np.asarray(steps, float)
    return np.where(steps > 10_000, np.log(steps / np.log(2)), -np.log(2 ** (1 / steps) - 1))
