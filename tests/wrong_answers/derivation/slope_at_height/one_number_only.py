"""Loses slope_at_height-arrays: stops with ValueError"""


def slope_at_height(y, ceiling, steepness):
    if y <= 0 or y >= ceiling:
        return 0.0
    return steepness * y * (1 - y / ceiling)
