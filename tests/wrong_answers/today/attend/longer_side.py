"""Loses attend-check: n counts the positions, also where there are more queries than
Loses attend-count: n counts the positions, also where there are more queries than
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    n = max(scores.shape)
    return logistic(scores - np.log(n)) @ values
