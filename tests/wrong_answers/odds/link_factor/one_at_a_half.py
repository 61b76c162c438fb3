"""Loses link_factor-half: 0/0 is not 1"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    at_half = np.asarray(p) == 0.5
    return np.where(at_half, 1, logit(p)) / np.where(at_half, 1, special.ndtri(p))
