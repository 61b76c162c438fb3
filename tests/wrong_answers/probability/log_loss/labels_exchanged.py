"""Loses log_loss-check: The labels are exchanged
Loses log_loss-extremes: gives 2.12418e-18
"""

import numpy as np


def log_loss(z, y):
    return np.mean(np.logaddexp(0, -z) + y * z)
