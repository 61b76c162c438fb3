"""Loses preference_loss-far: This overflows where the loser leads by far"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.log1p(np.exp(-margin))
