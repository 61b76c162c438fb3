"""Loses preference_loss-far: The margin is cut off at 700, and so is the loss. It has no upper"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * ((won - won_before) - (lost - lost_before))
    return np.log1p(np.exp(np.clip(-m, -700, 700)))
