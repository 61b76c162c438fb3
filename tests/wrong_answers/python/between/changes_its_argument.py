"""Loses between-check: writes into its first argument
Loses between-digits: writes into its first argument
"""

import numpy as np
from scipy.special import expit


def between(a, b):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    f = expit(-a) * expit(b)
    a -= b
    return -f * np.expm1(a)
