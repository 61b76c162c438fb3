"""Loses preference_loss-far: e^−1000 is 0 in double precision, and 0/0 no number. Keep to"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    r_won = beta * np.log(np.exp(won) / np.exp(won_before))
    r_lost = beta * np.log(np.exp(lost) / np.exp(lost_before))
    return np.logaddexp(0, -(r_won - r_lost))
