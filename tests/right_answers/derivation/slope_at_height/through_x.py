import numpy as np


def slope_at_height(y, ceiling, steepness):
    z = np.log(y / (ceiling - y))
    return ceiling * steepness / (2 * np.cosh(z / 2)) ** 2
