"""Loses map_loss-far: j may be smaller than every penalty"""

import numpy as np


def map_loss(penalties, digit, j):
    m = np.min(penalties)
    return penalties[digit] - m + np.log(np.exp(m - j) + np.sum(np.exp(m - penalties)))
