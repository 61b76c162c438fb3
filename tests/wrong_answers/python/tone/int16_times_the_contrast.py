"""Loses tone-bytes: `int16` ends at 32,767, and 128 times the contrast 300 is more:"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    p = np.asarray(pixels)
    if p.dtype.kind in "iu":
        p = p.astype(np.int16)
    return expit(contrast * (p - 128) / 128)
