"""Loses link_factor-half: 1.702 is the best factor overall"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    at_half = np.asarray(p) == 0.5
    return np.where(at_half, 1.702, logit(p) / np.where(at_half, 1, special.ndtri(p)))
