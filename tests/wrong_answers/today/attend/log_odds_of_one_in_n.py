"""Loses attend-check: nearly the log-odds of one in n
Loses attend-count: nearly the log-odds of one in n
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    return logistic(scores - np.log(scores.shape[1] - 1)) @ values
