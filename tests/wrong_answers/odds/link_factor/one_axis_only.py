"""Loses link_factor-half: truth value of an array"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    if np.ndim(p):
        return np.array([link_factor(one) if one != 0.5 else np.sqrt(8 / np.pi) for one in p])
    return logit(p) / special.ndtri(p) if p != 0.5 else np.sqrt(8 / np.pi)
