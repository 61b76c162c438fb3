"""Loses route-check: writes into its second argument
Loses route-more: writes into its second argument
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    bias += score
    chosen = np.argsort(bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
