"""Loses at_least-check: That is on for more than m ones. Exactly m are to be enough
Loses at_least-more: That is on for more than m ones. Exactly m are to be enough
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -10.0 * (m + 0.5))
