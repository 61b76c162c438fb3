"""Loses preference_loss-check: The loss is −ln of it
Loses preference_loss-far: element 0 is 0
"""

from sigmoids.functions import logistic


def preference_loss(won, lost, won_before, lost_before, beta):
    margin = beta * ((won - won_before) - (lost - lost_before))
    return logistic(margin)
