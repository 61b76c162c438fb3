"""Loses map_loss-check: The exponents are negative
Loses map_loss-far: gives inf, and 0 is right
"""

import numpy as np


def map_loss(penalties, digit, j):
    return -penalties[digit] + np.log(np.exp(j) + np.sum(np.exp(penalties)))
