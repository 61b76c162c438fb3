"""Loses tone-bytes: `tone([0, 120, 136], 300)`: element 0 is 9.35762e-14, and 0 is right
Loses tone-hard: Cut off at −30, z gives no tone below 9e-14
"""

import numpy as np


def tone(pixels, contrast):
    z = contrast * (np.asarray(pixels, dtype=float) - 128) / 128
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))
