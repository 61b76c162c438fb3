def slope_at_height(y, ceiling, steepness):
    s = y / ceiling
    return ceiling * steepness * (0.25 - (s - 0.5) ** 2)
