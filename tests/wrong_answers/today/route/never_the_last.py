"""Loses route-more: stops with IndexError"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[[-1 - i for i in range(k + (k == len(affinity)))]]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
