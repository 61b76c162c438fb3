"""Loses route-check: it belongs to the score, for the choice only
Loses route-more: an input that is not shown
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity + bias)
    chosen = np.argsort(score)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
