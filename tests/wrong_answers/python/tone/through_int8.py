"""Loses tone-check: `tone(128, 3)` gives 0.00247262
Loses tone-bytes: Pixels above 127 turn negative in int8
Loses tone-hard: element 2 is
"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (np.asarray(pixels).astype(np.int8).astype(float) - 128) / 128)
