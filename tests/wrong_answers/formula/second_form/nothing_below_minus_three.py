"""Loses second_form-check: element 0 is 0, and 0.0179862 is right"""

import numpy as np


def second_form(x):
    return np.where(np.asarray(x) < -3, 0, np.exp(x) / (1 + np.exp(x)))
