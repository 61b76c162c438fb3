"""Loses route-check: The bias is for the choice only. Here it is still in the sum that
Loses route-more: an input that is not shown
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / (score + bias)[chosen].sum()
    return gates
