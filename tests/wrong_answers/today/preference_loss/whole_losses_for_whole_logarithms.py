"""Loses preference_loss-check: Whole logarithms in, but losses are not whole: mind the dtype"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    out = np.empty_like(won)
    out[...] = np.logaddexp(0, -beta * ((won - won_before) - (lost - lost_before)))
    return out
