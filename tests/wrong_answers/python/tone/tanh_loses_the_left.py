"""Loses tone-hard: The tanh form gives 0"""

import numpy as np


def tone(pixels, contrast):
    z = contrast * (np.asarray(pixels, dtype=float) - 128) / 128
    return (1 + np.tanh(z / 2)) / 2
