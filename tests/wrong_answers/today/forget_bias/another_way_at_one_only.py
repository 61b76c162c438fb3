"""Loses forget_bias-long: few of its digits are left"""

import numpy as np


def forget_bias(steps):
    rest = 2 ** (1 / np.asarray(steps)) - 1
    return -np.log(np.where(rest == 0, np.log(2) / steps, rest))
