"""Loses route-check: after σ, not to the affinity
Loses route-more: an input that is not shown
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(affinity + bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
