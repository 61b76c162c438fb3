"""Loses gap-check: right in its first six digits, not in the later ones"""

import numpy as np


def gap(x):
    return 2 / (1 + np.exp(2 * np.asarray(x, dtype=np.float32)))
