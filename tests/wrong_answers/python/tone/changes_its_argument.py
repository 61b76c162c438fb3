"""Loses tone-check: writes into its first argument
Loses tone-bytes: writes into its first argument
Loses tone-hard: writes into its first argument
"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    p = np.asarray(pixels, dtype=float)
    p -= 128
    p /= 128
    return expit(contrast * p)
