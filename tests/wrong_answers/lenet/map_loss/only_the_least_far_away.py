"""Loses map_loss-far: Far away, too, all eleven count: where they are equal the loss is"""

import numpy as np


def map_loss(penalties, digit, j):
    y = np.append(penalties, j)
    if y.min() > 700:
        return penalties[digit] - y.min()
    return penalties[digit] + np.log(np.sum(np.exp(-y)))
