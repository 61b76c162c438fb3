"""Loses link_factor-half: You have it upside down"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    at_half = np.asarray(p) == 0.5
    factor = logit(p) / np.where(at_half, 1, special.ndtri(p))
    return np.where(at_half, np.sqrt(2 * np.pi) / 4, factor)
