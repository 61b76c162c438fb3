"""Loses log_slope-check: That is ln(1 − σ)
Loses log_slope-tails: `log_slope(-40)` gives -4.24835e-18, and -40 is right
"""

import numpy as np


def log_slope(x):
    return -np.logaddexp(0, x)
