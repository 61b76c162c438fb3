"""Loses tone-check: not shown
Loses tone-bytes: element 0 is
Loses tone-hard: overflows on the way"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (np.asarray(pixels).astype(np.float16) - 128) / 128)
