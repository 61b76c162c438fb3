"""Loses route-check: do not add up to 1 yet
Loses route-more: element 0 is 0.880797
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen]
    return gates
