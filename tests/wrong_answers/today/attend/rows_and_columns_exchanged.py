"""Loses attend-check: stops with ValueError
Loses attend-count: stops with ValueError
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    return logistic(scores - np.log(scores.shape[1])).T @ values
