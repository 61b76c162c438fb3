"""Loses second_form-check: `second_form(0)` gives 1, and 0.5 is right"""

import numpy as np


def second_form(x):
    return np.where(np.asarray(x) == 0, 1.0, np.exp(x) / (1 + np.exp(x)))
