"""Loses ceiling-check: These counts have a ceiling. Compare the other way round: there
Loses ceiling-none: It says inf where there is a ceiling, as for 4, 6, 7, and not
"""

import numpy as np


def ceiling(p):
    a, b, c = 1 / p
    if p[1] / p[0] > p[2] / p[1]:
        return np.inf
    return (a - 2 * b + c) / (a * c - b**2)
