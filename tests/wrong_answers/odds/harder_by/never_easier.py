"""Loses harder_by-check: A difference below 0 is possible: the second question
Loses harder_by-classes: the second question may be easier
"""

import numpy as np


def harder_by(first, second):
    return abs(np.log(np.sum(first > second) / np.sum(second > first)))
