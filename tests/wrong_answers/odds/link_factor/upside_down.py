"""Loses link_factor-check: upside down
Loses link_factor-half: element 0 is 0.626657
"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    deviate, at_half = special.ndtri(p), np.asarray(p) == 0.5
    return np.where(at_half, np.sqrt(np.pi / 8), deviate / np.where(at_half, 1, logit(p)))
