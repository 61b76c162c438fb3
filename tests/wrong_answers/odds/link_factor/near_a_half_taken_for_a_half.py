"""Loses link_factor-half: Close to ½ is not ½"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    middle = np.abs(np.asarray(p) - 0.5) < 0.02
    factor = logit(p) / np.where(middle, 1, special.ndtri(p))
    return np.where(middle, np.sqrt(8 / np.pi), factor)
