"""Loses link_factor-half: 1.6 is the limit to two digits. Compute it from the"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    x = special.ndtri(np.asarray(p))
    q = np.where(x == 0, 1, x)
    return np.where(x == 0, 1.6, logit(np.asarray(p)) / q)
