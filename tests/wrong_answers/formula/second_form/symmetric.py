"""Loses second_form-check: element 0 is 0.982014"""

import numpy as np


def second_form(x):
    return np.exp(np.abs(x)) / (1 + np.exp(np.abs(x)))
