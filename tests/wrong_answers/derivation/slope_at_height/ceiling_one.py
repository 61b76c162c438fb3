"""Loses slope_at_height-check: for a ceiling of 1 only
Loses slope_at_height-arrays: for a ceiling of 1 only
"""


def slope_at_height(y, ceiling, steepness):
    return steepness * y * (1 - y)
