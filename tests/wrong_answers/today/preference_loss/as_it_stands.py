"""Loses preference_loss-far: 1 + e^−m fails at both ends: e^1000 overflows, and 1 + e^−40 is"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * ((won - won_before) - (lost - lost_before))
    return np.log(1 + np.exp(-m))
