"""Loses tone-check: is not divided by 128 yet
Loses tone-bytes: element 1 is 1, and 0.880797 is right
Loses tone-hard: element 1 is 0, and 7.18778e-28"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (np.asarray(pixels, dtype=float) - 128))
