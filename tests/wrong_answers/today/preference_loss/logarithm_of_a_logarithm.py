"""Loses preference_loss-check: `won` is ln π already: ln(π/π₀) is `won - won_before`, with no
Loses preference_loss-far: element 0 is 0.287682, and 1000 is right
"""

import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * (np.log(won / won_before) - np.log(lost / lost_before))
    return np.logaddexp(0, -m)
