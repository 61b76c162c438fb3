"""Loses link_factor-half: 1.814 is the factor for equal variances"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    at_half = np.asarray(p) == 0.5
    factor = logit(p) / np.where(at_half, 1, special.ndtri(p))
    return np.where(at_half, np.pi / np.sqrt(3), factor)
