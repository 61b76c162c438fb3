"""Loses ceiling-check: Gompertz's curve
Loses ceiling-none: gives 0.420114, and inf is right
"""

import numpy as np


def ceiling(p):
    a, b, c = np.log(p)
    return np.exp((a * c - b**2) / (a - 2 * b + c))
