"""Loses preference_loss-far: A small number added inside the logarithm holds the loss below"""

import numpy as np

from sigmoids.functions import logistic


def preference_loss(won, lost, won_before, lost_before, beta):
    m = beta * ((won - won_before) - (lost - lost_before))
    return -np.log(logistic(m) + 1e-12)
