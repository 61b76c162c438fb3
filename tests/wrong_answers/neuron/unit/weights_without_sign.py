"""Loses unit-check: element 2 is 0.62
Loses unit-shapes: gives 1, and 0.999925
"""

import numpy as np

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X @ np.abs(w) + b)
