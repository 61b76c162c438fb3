"""Loses tone-check: `//` drops the fraction of the product, too
Loses tone-bytes: `tone([128, 192, 255], 4)`: element 2 is 0.952574, and 0.981453
Loses tone-hard: `tone([0, 120, 128, 136, 255], 1000)`: element 1 is 4.35961e-28,
"""

import numpy as np
from scipy.special import expit


def tone(pixels, contrast):
    p = np.asarray(pixels)
    if p.dtype.kind == "u":
        p = p.astype(int)
    return expit(contrast * (p - 128) // 128)
