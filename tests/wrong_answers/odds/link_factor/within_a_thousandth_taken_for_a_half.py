"""Loses link_factor-half: at 0.5005 the quotient has a value of its own"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    middle = np.abs(np.asarray(p) - 0.5) < 1e-3
    near = np.where(middle, 0.75, p)
    return np.where(middle, np.sqrt(8 / np.pi), logit(near) / special.ndtri(near))
