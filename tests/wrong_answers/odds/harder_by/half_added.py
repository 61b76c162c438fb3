"""Loses harder_by-check: ½ is added to both numbers
Loses harder_by-classes: ½ is added to both numbers. That helps where one is
"""

import numpy as np


def harder_by(first, second):
    return np.log((np.sum(first > second) + 0.5) / (np.sum(second > first) + 0.5))
