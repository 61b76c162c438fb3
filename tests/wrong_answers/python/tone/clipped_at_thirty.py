"""Loses tone-hard: element 0 is"""

import numpy as np


def tone(pixels, contrast):
    z = contrast * (np.asarray(pixels, dtype=float) - 128) / 128
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))
