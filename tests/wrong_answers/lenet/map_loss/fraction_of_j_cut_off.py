"""Loses map_loss-check: An array of whole penalties cuts the fraction off j: mind the
Loses map_loss-far: an input that is not shown
"""

import numpy as np


def map_loss(penalties, digit, j):
    y = np.empty(11, dtype=np.asarray(penalties).dtype)
    y[:10], y[10] = penalties, j
    m = y.min()
    return penalties[digit] - m + np.log(np.sum(np.exp(m - y)))
