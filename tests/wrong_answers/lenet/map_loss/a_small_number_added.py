"""Loses map_loss-far: hides the zero"""

import numpy as np


def map_loss(penalties, digit, j):
    return penalties[digit] + np.log(np.exp(-j) + np.sum(np.exp(-penalties)) + 1e-300)
