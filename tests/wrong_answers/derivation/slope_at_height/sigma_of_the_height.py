"""Loses slope_at_height-check: y is what σ gave
Loses slope_at_height-arrays: y is what σ gave"""

from sigmoids.functions import logistic


def slope_at_height(y, ceiling, steepness):
    return steepness * ceiling * logistic(y) * (1 - logistic(y))
