"""Loses tone-check: Divide with `/`
Loses tone-bytes: element 1 is
Loses tone-hard: element 1 is"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * ((np.asarray(pixels, dtype=float) - 128) // 128))
