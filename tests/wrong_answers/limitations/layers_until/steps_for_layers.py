"""Loses layers_until-check: That is the number of steps, one less than the number of layers
Loses layers_until-edges: Do not stop the count early: factors near 1 need many layers
"""

import numpy as np


def layers_until(factor, limit):
    if factor >= 1:
        return 0
    return int(np.log(limit) / np.log(factor)) + 1
