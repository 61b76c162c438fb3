"""Loses harder_by-check: the quotient of the two numbers
Loses harder_by-classes: That is the quotient of the two numbers. Log-odds are
"""

import numpy as np


def harder_by(first, second):
    a, b = np.asarray(first, dtype=bool), np.asarray(second, dtype=bool)
    return np.sum(a & ~b) / np.sum(b & ~a)
