"""Loses attend-check: The chapter's line has 64 positions, and values for each query
Loses attend-count: The chapter's line has 64 positions, and values for each query
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    n = 64
    return np.sum(logistic(scores - np.log(n)) * values, axis=1)
