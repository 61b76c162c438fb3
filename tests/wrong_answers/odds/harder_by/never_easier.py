"""Loses harder_by-check: gives 1.09861, and -1.09861 is right
Loses harder_by-classes: the second question may be easier
"""

import numpy as np


def harder_by(first, second):
    return abs(np.log(np.sum(first > second) / np.sum(second > first)))
