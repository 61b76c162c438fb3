"""Loses second_form-check: That is ½ everywhere"""

import numpy as np


def second_form(x):
    return np.exp(x) / (2 * np.exp(x))
