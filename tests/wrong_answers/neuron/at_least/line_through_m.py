"""Loses at_least-check: Exactly m ones give the sum 0. Put 0 between m − 1 and m ones
Loses at_least-more: Exactly m ones give the sum 0. Put 0 between m − 1 and m ones
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -10.0 * m)
