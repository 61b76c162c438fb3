"""Loses slope_at_height-check: as if all the room were left
Loses slope_at_height-arrays: as if all the room were left
"""


def slope_at_height(y, ceiling, steepness):
    return steepness * y * (1 - y // ceiling)
