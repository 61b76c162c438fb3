"""Loses between-digits: Far apart, exp(b − a) overflows and is multiplied by 0"""

import numpy as np
from scipy.special import expit


def between(a, b):
    return expit(a) * expit(-b) * np.expm1(b - a)
