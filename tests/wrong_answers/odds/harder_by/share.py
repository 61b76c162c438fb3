"""Loses harder_by-check: That is the share of those who solved only the first
Loses harder_by-classes: That is the share of those who solved only the first
"""

import numpy as np


def harder_by(first, second):
    first, second = np.array(first), np.array(second)
    one = first != second
    return np.mean(first[one])
