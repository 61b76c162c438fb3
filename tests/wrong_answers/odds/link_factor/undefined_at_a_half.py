"""Loses link_factor-half: not NaN"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    factor = np.full(np.shape(p), np.nan)
    return np.divide(logit(p), special.ndtri(p), out=factor, where=np.asarray(p) != 0.5)
