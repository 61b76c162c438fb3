"""Loses link_factor-half: 0/0 is not 0"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    at_half = np.asarray(p) == 0.5
    return logit(p) / np.where(at_half, 1, special.ndtri(p))
