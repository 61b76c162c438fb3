"""Loses attend-check: Those are the weights. Each query puts out the sum of the values
Loses attend-count: Those are the weights. Each query puts out the sum of the values
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    n = scores.shape[1]
    return logistic(scores - np.log(n))
