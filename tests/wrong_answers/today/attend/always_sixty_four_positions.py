"""Loses attend-check: element 0, 0 is 0.119731
Loses attend-count: not shown here
"""

import numpy as np

from sigmoids.functions import logistic


def attend(scores, values):
    return logistic(scores - np.log(64)) @ values
