"""Loses attend-check: The weights are divided by their sum
Loses attend-count: The weights are divided by their sum. Leave the sum free: it is
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    weights = logistic(scores - np.log(scores.shape[1]))
    return weights / weights.sum(axis=1, keepdims=True) @ values
