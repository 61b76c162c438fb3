"""Loses map_loss-far: The right digit's penalty need not be the least. Where it is far"""

import numpy as np


def map_loss(penalties, digit, j):
    y = np.append(penalties, j)
    m = penalties[digit]
    return np.log(np.sum(np.exp(m - y)))
