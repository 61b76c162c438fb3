"""Loses losses-ends: softplus(z) − yz at z = 40"""

import numpy as np


def losses(z, y):
    return np.logaddexp(0, z) - y * z
