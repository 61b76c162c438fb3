"""Loses map_loss-far: `np.nan_to_num` puts a number in the place of an infinite one"""

import numpy as np


def map_loss(penalties, digit, j):
    return np.nan_to_num(penalties[digit] + np.log(np.exp(-j) + np.sum(np.exp(-penalties))))
