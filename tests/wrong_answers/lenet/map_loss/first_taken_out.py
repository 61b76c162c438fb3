"""Loses map_loss-far: The first penalty need not be the least"""

import numpy as np


def map_loss(penalties, digit, j):
    m = penalties[0]
    return penalties[digit] - m + np.log(np.exp(m - j) + np.sum(np.exp(m - penalties)))
