"""Loses link_factor-half: writes into its first argument, which the caller"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    p = np.asarray(p, float)
    p[p == 0.5] = 0.5 + 1e-6
    return logit(p) / special.ndtri(p)
