"""Loses route-more: mind the dtype"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros_like(affinity)
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
