"""Loses harder_by-check: ½ is added to both numbers
Loses harder_by-classes: gives 0.336472
"""

import numpy as np


def harder_by(first, second):
    return np.log((np.sum(first > second) + 0.5) / (np.sum(second > first) + 0.5))
