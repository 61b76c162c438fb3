"""Loses second_form-check: 3, 4])`: element 0 is 0.02, and 0.0179862 is"""

import numpy as np


def second_form(x):
    return np.maximum(0.02, np.exp(x) / (1 + np.exp(x)))
