"""Loses layers_until-edges: A factor of exactly 1 leaves the gradient as it is, for ever"""

import numpy as np


def layers_until(factor, limit):
    if factor > 1:
        return 0
    return int(np.log(limit) / np.log(factor) + 1e-9) + 2 if factor != 1 else 1
