"""Loses link_factor-check: `if` decides once for a whole array. Divide where the
Loses link_factor-half: truth value of an array
"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    if p == 0.5:
        return np.sqrt(8 / np.pi)
    return logit(p) / special.ndtri(p)
