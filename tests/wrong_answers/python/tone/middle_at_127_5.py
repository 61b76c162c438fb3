"""Loses tone-check: The middle is 128
Loses tone-bytes: element 0 is
Loses tone-hard: element 1 is"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (np.asarray(pixels, dtype=float) - 127.5) / 127.5)
