"""Loses map_loss-check: With the least penalty taken out, it has to be taken off again
Loses map_loss-far: gives 900, and 0 is right
"""

import numpy as np


def map_loss(penalties, digit, j):
    every = np.append(penalties, j)
    return penalties[digit] + np.log(np.sum(np.exp(every.min() - every)))
