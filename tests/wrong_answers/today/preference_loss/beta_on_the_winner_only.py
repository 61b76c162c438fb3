"""Loses preference_loss-check: β multiplies both rewards: mind the brackets
Loses preference_loss-far: an input that is not shown
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * (won - won_before) - (lost - lost_before)
    return np.logaddexp(0, -m)
