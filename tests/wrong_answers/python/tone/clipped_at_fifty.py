"""Loses tone-bytes: `tone([0, 120, 136], 300)`: element 0 is 1.92875e-22, and 0 is right
Loses tone-hard: Cut off at −50, z gives no tone below 2e-22
"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    z = contrast * (np.asarray(pixels, dtype=float) - 128) / 128
    return expit(np.clip(z, -50, 50))
