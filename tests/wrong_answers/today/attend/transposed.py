"""Loses attend-check: A row for each query is wanted, a column for each of the values'
Loses attend-count: A row for each query is wanted, a column for each of the values'
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    n = scores.shape[1]
    return values.T @ logistic(scores - np.log(n)).T
