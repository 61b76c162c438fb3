"""Loses preference_loss-check: The whole reward of the loser is subtracted: −(lost −
Loses preference_loss-far: element 0 is 0, and 1000 is right
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * (won - won_before - lost - lost_before)
    return np.logaddexp(0, -m)
