"""Loses tone-bytes: an input that is not shown"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(abs(contrast) * (np.asarray(pixels, dtype=float) - 128) / 128)
