"""Loses between-digits: 2.25832189e-05 came back"""

import numpy as np
from scipy.special import expit


def between(a, b):
    width, middle = b - a, (a + b) / 2
    apart = np.where(np.asarray(a) > 0, expit(-a) - expit(-b), expit(b) - expit(a))
    return np.where(width < 1e-3, width * expit(middle) * expit(-middle), apart)
