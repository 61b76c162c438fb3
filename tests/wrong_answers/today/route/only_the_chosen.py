"""Loses route-check: Those are the gates of the chosen. Return one for each expert, 0
Loses route-more: element 0 is 0.112963, and 0.369959 is right
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    return score[chosen] / score[chosen].sum()
