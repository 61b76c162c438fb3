"""Loses preference_loss-far: `np.log1p` or `np.logaddexp` keeps the small part"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    low = np.minimum(margin, -30)
    return np.where(margin < -30, -low, np.log(1 + np.exp(-np.maximum(margin, -30))))
