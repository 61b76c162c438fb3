"""Loses harder_by-check: The bracket closes too early: the logarithm of both
Loses harder_by-classes: The bracket closes too early: the logarithm of both
"""

import numpy as np


def harder_by(first, second):
    first, second = np.array(first), np.array(second)
    return np.log(np.sum(first > second)) - np.sum(second > first)
