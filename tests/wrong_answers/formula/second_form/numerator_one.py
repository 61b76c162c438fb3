"""Loses second_form-check: The numerator is eˣ, not 1"""

import numpy as np


def second_form(x):
    return np.exp(x) / (2 * np.exp(x))
