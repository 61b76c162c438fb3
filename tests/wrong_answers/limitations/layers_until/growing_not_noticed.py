"""Loses layers_until-edges: A factor of 1.5 makes the gradient grow"""

import numpy as np


def layers_until(factor, limit):
    return int(np.log(limit) / np.log(factor) + 1e-9) + 2 if factor != 1 else 0
