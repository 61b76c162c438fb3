"""Loses harder_by-classes: at an input that is not shown"""

import numpy as np


def harder_by(first, second):
    return np.round(np.log(np.sum(first > second) / np.sum(second > first)), 10).clip(-1.7, 1.7)
