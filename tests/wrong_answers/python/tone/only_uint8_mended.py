"""Loses tone-bytes: `uint8` is mended"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    pixels = np.asarray(pixels)
    if pixels.dtype == np.uint8:
        pixels = pixels.astype(float)
    return expit(contrast * ((pixels - 128) / 128))
