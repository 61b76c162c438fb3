"""Loses tone-hard: ∞/∞ is no number"""

import numpy as np


def tone(pixels, contrast):
    z = contrast * (np.asarray(pixels, dtype=float) - 128) / 128
    return np.exp(z) / (1 + np.exp(z))
