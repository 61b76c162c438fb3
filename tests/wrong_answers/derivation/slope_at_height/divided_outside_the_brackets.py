"""Loses slope_at_height-check: divide there
Loses slope_at_height-arrays: divide there"""


def slope_at_height(y, ceiling, steepness):
    return steepness * y * (1 - y) / ceiling
