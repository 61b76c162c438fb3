"""Loses preference_loss-check: β is missing
Loses preference_loss-far: not shown
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    return np.logaddexp(0, (lost - lost_before) - (won - won_before))
