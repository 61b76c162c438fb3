"""Loses slope_at_height-check: That is 1/L of it
Loses slope_at_height-arrays: That is 1/L of it
"""


def slope_at_height(y, ceiling, steepness):
    s = y / ceiling
    return steepness * s * (1 - s)
