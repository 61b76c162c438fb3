"""Loses preference_loss-check: The logarithms are divided
Loses preference_loss-far: element 0 is 0.31
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    return np.logaddexp(0, -beta * (won / won_before - lost / lost_before))
