"""Loses second_form-check: The denominator is 1 + eˣ; you have 1 + x"""

import numpy as np


def second_form(x):
    return np.exp(x) / (1 + x)
