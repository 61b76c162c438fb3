"""Loses at_least-check: The bias is to be multiplied by the same factor as the weights
Loses at_least-more: The bias is to be multiplied by the same factor as the weights
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), 0.5 - m)
