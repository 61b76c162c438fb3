"""Loses counts-check: 25 weights are those of a window of 5 by 5. Take `size` as it
Loses counts-table: 25 weights are those of a window of 5 by 5. Take `size` as it
"""

import numpy as np


def counts(seen, size, places):
    n = 25 * np.sum(seen) + len(seen)
    return [n, n * places]
