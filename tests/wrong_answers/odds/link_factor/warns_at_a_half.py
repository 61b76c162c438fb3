"""Loses link_factor-half: even if the result is not used"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    p = np.asarray(p)
    return np.where(p == 0.5, np.sqrt(8 / np.pi), np.divide(logit(p), special.ndtri(p)))
