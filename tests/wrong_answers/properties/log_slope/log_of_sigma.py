"""Loses log_slope-check: That is ln σ
Loses log_slope-tails: `log_slope(12)` gives -6.14419e-06
"""

import numpy as np


def log_slope(x):
    return -np.logaddexp(0, -x)
