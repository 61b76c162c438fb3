"""Loses route-check: element 1 is 0.536499
Loses route-more: element 0 is 0.546449
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-2:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
