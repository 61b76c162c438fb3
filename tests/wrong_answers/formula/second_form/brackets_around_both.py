"""Loses second_form-check: It is ½ at 0, but it grows without bound: it is the denominator"""

import numpy as np


def second_form(x):
    return (np.exp(x) / 1 + np.exp(x)) / 4
