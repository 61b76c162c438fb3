"""Loses tone-bytes: stops with TypeError"""

import math

import numpy as np


def tone(pixels, contrast):
    def one(p):
        z = contrast * (float(p) - 128) / 128
        q = math.exp(-abs(z))
        return (q if z < 0 else 1) / (1 + q)

    return [one(p) for p in pixels] if np.ndim(pixels) else one(pixels)
