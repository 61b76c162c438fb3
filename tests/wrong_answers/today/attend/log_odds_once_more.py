"""Loses attend-check: −ln n is the log-odds of one in n + 1 already: leave n as it is
Loses attend-count: −ln n is the log-odds of one in n + 1 already: leave n as it is
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    n = scores.shape[1]
    return logistic(scores - np.log(n + 1)) @ values
