"""Loses second_form-check: element 0 is 0.5"""

import numpy as np


def second_form(x):
    return np.exp(np.maximum(x, 0)) / (1 + np.exp(np.maximum(x, 0)))
