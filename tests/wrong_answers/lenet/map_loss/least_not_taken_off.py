"""Loses map_loss-check: gives 4.3979, and 2.3979 is right
Loses map_loss-far: taken off again outside"""

import numpy as np


def map_loss(penalties, digit, j):
    every = np.append(penalties, j)
    return penalties[digit] + np.log(np.sum(np.exp(every.min() - every)))
