"""Loses log_loss-check: A loss is positive
Loses log_loss-extremes: gives -40
"""

import numpy as np


def log_loss(z, y):
    return np.mean(y * z - np.logaddexp(0, z))
