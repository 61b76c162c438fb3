"""Loses link_factor-check: Below ½ the logit and the deviate are both negative
Loses link_factor-half: element 3 is -1.59581, and 1.59581 is right
"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    half = np.asarray(p) == 0.5
    factor = logit(p) / np.where(half, 1, np.abs(special.ndtri(p)))
    return np.where(half, np.sqrt(8 / np.pi), factor)
