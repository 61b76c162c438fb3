"""Loses preference_loss-check: π₀ is in the denominator
Loses preference_loss-far: not shown
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    return np.logaddexp(0, -beta * ((won + won_before) - (lost + lost_before)))
