"""Loses preference_loss-check: A loss for each judgement is wanted, not their mean
Loses preference_loss-far: one number came back
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.mean(np.logaddexp(0, -margin))
