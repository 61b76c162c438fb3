"""Loses log_loss-check: That costs every case as one of label 1: the labels are not us
Loses log_loss-extremes: `log_loss([40, -40], [0, 1])` gives 20, and 40 is right.
"""

import numpy as np


def log_loss(z, y):
    return np.mean(np.logaddexp(0, -z))
