"""Loses second_form-check: The brackets belong around the denominator alone, not around the"""

import numpy as np


def second_form(x):
    return np.exp(x / (1 + np.exp(x)))
