"""Loses layers_until-check: Rounded to the nearest whole number the steps may be too few:
Loses layers_until-edges: Two layers are the least: already one step may be enough
"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return round(np.log(limit) / np.log(factor)) + 1
