"""Loses second_form-check: put the denominator in brackets"""

import numpy as np


def second_form(x):
    return np.exp(x) / 1 + np.exp(x)
