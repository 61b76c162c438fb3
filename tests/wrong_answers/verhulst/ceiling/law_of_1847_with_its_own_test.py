"""Loses ceiling-check: It is 1/P that nears its limit geometrically, not P: of the law
Loses ceiling-none: `ceiling([4, 6, 7])` gives 8, and 7.5 is right
"""

import numpy as np


def ceiling(p):
    if p[2] - p[1] >= p[1] - p[0]:
        return np.inf
    return (p[0] * p[2] - p[1] ** 2) / (p[0] - 2 * p[1] + p[2])
