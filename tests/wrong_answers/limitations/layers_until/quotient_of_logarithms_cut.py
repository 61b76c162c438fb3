"""Loses layers_until-edges: A quotient of logarithms is rounded, and may fall just short"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return int(np.log(limit) / np.log(factor)) + 2
