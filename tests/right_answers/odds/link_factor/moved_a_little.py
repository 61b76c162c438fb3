import numpy as np
from scipy import special

from sigmoids.functions import logit


def link_factor(p):
    p = np.where(np.asarray(p) == 0.5, 0.5 + 1e-7, p)
    return logit(p) / special.ndtri(p)
