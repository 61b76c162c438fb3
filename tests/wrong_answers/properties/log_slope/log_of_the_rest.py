"""Loses log_slope-check: That is ln(1 − σ)
Loses log_slope-tails: `log_slope(12)` is right in its first six digits
"""

import numpy as np


def log_slope(x):
    return -np.logaddexp(0, x)
