"""Loses preference_loss-check: A loss for each judgement is wanted, not their sum
Loses preference_loss-far: one number came back, and an array of 4 is wanted
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * ((won - won_before) - (lost - lost_before))
    return np.sum(np.logaddexp(0, -m))
