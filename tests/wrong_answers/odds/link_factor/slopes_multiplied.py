"""Loses link_factor-half: Divide the slopes, 4 and √(2π). You multiply them"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    p = np.asarray(p, float)
    x = special.ndtri(p)
    return np.divide(logit(p), x, out=np.full(p.shape, 4 * np.sqrt(2 * np.pi)), where=x != 0)
