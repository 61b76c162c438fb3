"""Loses gap-check: element 0 is 8.49671e-18, and 2 is right"""

import numpy as np

from sigmoids.functions import logistic


def gap(x):
    return 2 * logistic(-2 * np.abs(x))
