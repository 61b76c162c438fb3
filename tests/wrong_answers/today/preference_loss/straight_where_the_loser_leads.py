"""Loses preference_loss-check: Where the loser leads, the loss nears minus the margin, but is
Loses preference_loss-far: an input that is not shown
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.where(margin < 0, -margin, np.log1p(np.exp(-np.maximum(margin, 0))))
