"""Loses attend-check: not of all scores
Loses attend-count: not of all scores
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    return logistic(scores - np.log(scores.size)) @ values
