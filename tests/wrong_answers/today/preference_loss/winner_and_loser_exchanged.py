"""Loses preference_loss-check: Winner and loser are exchanged
Loses preference_loss-far: element 0 is 0, and 1000 is right
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    return np.logaddexp(0, beta * ((won - won_before) - (lost - lost_before)))
