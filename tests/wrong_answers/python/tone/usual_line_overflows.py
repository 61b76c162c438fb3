"""Loses tone-hard: exp overflows on the way"""

import numpy as np


def tone(pixels, contrast):
    z = contrast * (np.asarray(pixels, dtype=float) - 128) / 128
    return 1 / (1 + np.exp(-z))
