"""Loses second_form-check: is 0.952574, and 0.982014 is right"""

import numpy as np


def second_form(x):
    x = np.minimum(x, 3)
    return np.exp(x) / (1 + np.exp(x))
