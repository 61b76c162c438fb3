"""Loses second_form-check: Numerator and denominator have the same eˣ: no minus sign in"""

import numpy as np


def second_form(x):
    return np.exp(x) / (1 + np.exp(-x))
