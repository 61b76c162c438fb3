"""Loses slope_at_height-check: L times too large
Loses slope_at_height-arrays: L times too large
"""


def slope_at_height(y, ceiling, steepness):
    return steepness * y * (ceiling - y)
