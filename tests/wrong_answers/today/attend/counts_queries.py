"""Loses attend-check: not of queries
Loses attend-count: not of queries
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    return logistic(scores - np.log(len(scores))) @ values
