"""Loses gap-check: wrong at an input that is not shown"""

import numpy as np


def gap(x):
    return 2 / (1 + np.exp(2 * np.asarray(x, dtype=np.float32)))
