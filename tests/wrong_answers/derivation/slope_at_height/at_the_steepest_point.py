"""Loses slope_at_height-check: That is kL/4
Loses slope_at_height-arrays: That is kL/4"""


def slope_at_height(y, ceiling, steepness):
    return steepness * ceiling / 4 + 0 * y
