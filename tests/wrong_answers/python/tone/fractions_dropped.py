"""Loses tone-bytes: do not make it whole"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (np.asarray(pixels).astype(int) - 128) / 128)
