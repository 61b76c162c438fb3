"""Loses preference_loss-far: ln σ fails at both ends: where σ is rounded to 0 its logarithm is"""

import numpy as np

from sigmoids.functions import logistic


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    with np.errstate(divide="ignore"):
        return -np.log(logistic(margin))
