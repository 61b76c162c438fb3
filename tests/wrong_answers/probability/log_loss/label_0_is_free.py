"""Loses log_loss-check: costs something, too
Loses log_loss-extremes: gives 20, and 40 is right
"""

import numpy as np


def log_loss(z, y):
    return np.mean(y * np.logaddexp(0, -z))
