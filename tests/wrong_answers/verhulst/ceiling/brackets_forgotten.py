"""Loses ceiling-check: The whole numerator is divided by the whole denominator: mind the
Loses ceiling-none: `ceiling([4, 6, 7])` gives 2116.8, and 7.5 is right
"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / p
    if x1**2 >= x0 * x2:
        return np.inf
    return 1 / (x0 * x2 - x1**2) / (x0 - 2 * x1 + x2)
