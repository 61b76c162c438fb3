"""Loses between-check: 1 − exp(b − a) is negative
Loses between-digits: gives -7.29987e-18"""

import numpy as np
from scipy.special import expit


def between(a, b):
    return -expit(-a) * expit(b) * np.expm1(b - a)
