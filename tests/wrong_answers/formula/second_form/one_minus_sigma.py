"""Loses second_form-check: signs of the exponents are turned"""

import numpy as np


def second_form(x):
    return np.exp(-x) / (1 + np.exp(-x))
