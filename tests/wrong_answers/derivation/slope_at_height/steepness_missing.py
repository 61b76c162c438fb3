"""Loses slope_at_height-check: stretched sideways
Loses slope_at_height-arrays: stretched sideways
"""


def slope_at_height(y, ceiling, steepness):
    return y * (1 - y / ceiling)
