"""Loses preference_loss-check: The loss is its negative
Loses preference_loss-far: element 0 is -1000
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return -np.logaddexp(0, -margin)
