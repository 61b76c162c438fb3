"""Loses preference_loss-check: ln(1 + e^−m) is −m plus ln(1 + e^m): the sum of the two, not the
Loses preference_loss-far: an input that is not shown
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * ((won - won_before) - (lost - lost_before))
    return np.maximum(-m, np.log1p(np.exp(-np.abs(m))))
