"""Loses layers_until-edges: A quotient of logarithms to base 10 is rounded, too"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0.0
    return np.floor(np.log10(limit) / np.log10(factor)) + 2.0
