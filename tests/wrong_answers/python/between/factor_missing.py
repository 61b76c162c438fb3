"""Loses between-check: The factor σ(−a) is missing
Loses between-digits: gives 0.632121"""

import numpy as np
from scipy.special import expit


def between(a, b):
    return -expit(b) * np.expm1(a - b)
