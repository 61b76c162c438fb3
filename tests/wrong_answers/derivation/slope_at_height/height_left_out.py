"""Loses slope_at_height-check: The height itself is a factor
Loses slope_at_height-arrays: The height itself is a factor"""


def slope_at_height(y, ceiling, steepness):
    return steepness * (ceiling - y)
