"""Loses between-check: It is negative: σ(b) is the larger one
Loses between-digits: `between(40, 41)` gives -2.68547e-18, and 2.68547e-18 is right
"""

import numpy as np
from scipy.special import expit


def between(a, b):
    return expit(-a) * expit(b) * np.expm1(a - b)
