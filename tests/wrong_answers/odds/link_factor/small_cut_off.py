"""Loses link_factor-half: do not cut p off"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    p = np.clip(p, 1e-9, 1)
    half = p == 0.5
    factor = logit(p) / np.where(half, 1, special.ndtri(p))
    return np.where(half, np.sqrt(8 / np.pi), factor)
