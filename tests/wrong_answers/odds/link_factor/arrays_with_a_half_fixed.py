"""Loses link_factor-half: element 1 is 1.62881, and 1.59581 is right"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    p = np.asarray(p, float)
    if np.all(p != 0.5):
        return logit(p) / special.ndtri(p)
    return np.where(p == 0.5, np.sqrt(8 / np.pi), 1.628805016457)
