"""Loses second_form-check: 3, 4])`: element 2 is 0.25, and 0.268941 is"""

import numpy as np


def second_form(x):
    return np.where(np.abs(x) < 1.5, 0.5 + x / 4, np.exp(x) / (1 + np.exp(x)))
