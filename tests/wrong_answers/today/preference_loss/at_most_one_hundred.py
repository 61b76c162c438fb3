"""Loses preference_loss-far: element 0 is 100, and 1000 is right"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.minimum(np.logaddexp(0, -margin), 100)
