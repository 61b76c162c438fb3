import numpy as np


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin)))
