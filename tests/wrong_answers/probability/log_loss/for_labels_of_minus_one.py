"""Loses log_loss-check: for the labels −1 and 1
Loses log_loss-extremes: gives 20.3466
"""

import numpy as np


def log_loss(z, y):
    return np.mean(np.logaddexp(0, -y * z))
