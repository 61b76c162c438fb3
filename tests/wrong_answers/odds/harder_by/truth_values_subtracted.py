"""Loses harder_by-classes: NumPy does not subtract truth values. `first >"""

import numpy as np


def harder_by(first, second):
    apart = first - second
    return np.log(np.sum(apart == 1) / np.sum(apart == -1))
