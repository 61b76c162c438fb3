"""Loses tone-bytes: The arrays are mended"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    if isinstance(pixels, np.ndarray):
        pixels = pixels.astype(float)
    return expit(contrast * ((pixels - 128) / 128))
