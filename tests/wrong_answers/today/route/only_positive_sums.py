"""Loses route-more: may be below 0 and be chosen all the same"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates * (score + bias > 0)
