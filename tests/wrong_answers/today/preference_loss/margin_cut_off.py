"""Loses preference_loss-far: losses have no upper bound"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.log1p(np.exp(-np.clip(margin, -500, 500)))
