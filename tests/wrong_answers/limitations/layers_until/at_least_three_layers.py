"""Loses layers_until-edges: Two layers are the least: already one step may be enough"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return max(3, int(np.log(limit) / np.log(factor) + 1e-9) + 2)
