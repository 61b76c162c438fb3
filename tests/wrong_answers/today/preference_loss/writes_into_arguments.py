"""Loses preference_loss-check: writes into its first argument
Loses preference_loss-far: writes into its first argument
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    won -= won_before
    lost -= lost_before
    return np.logaddexp(0, -beta * (won - lost))
