"""Loses preference_loss-far: The loss is cut off at 100. It has no upper bound"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.minimum(np.logaddexp(0, -margin), 100)
