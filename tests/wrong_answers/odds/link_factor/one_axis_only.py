"""Loses link_factor-half: `link_factor([[0.5, 0.75], [0.25, 0.5]])` stops with"""

import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    if np.ndim(p):
        return np.array([link_factor(one) if one != 0.5 else np.sqrt(8 / np.pi) for one in p])
    return logit(p) / special.ndtri(p) if p != 0.5 else np.sqrt(8 / np.pi)
