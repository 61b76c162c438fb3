"""Loses link_factor-check: The logit is the logarithm of p/(1 − p), not of p
Loses link_factor-half: At p = ½ this computes 0/0, and warns, even if the
"""

import numpy as np
from scipy import special


def link_factor(p):
    return np.log(np.asarray(p)) / special.ndtri(p)
