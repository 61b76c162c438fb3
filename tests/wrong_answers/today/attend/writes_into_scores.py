"""Loses attend-check: writes into its first argument
Loses attend-count: writes into its first argument
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    scores -= np.log(scores.shape[1])
    return logistic(scores) @ values
