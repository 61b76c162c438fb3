"""Loses route-check: The sum is mended. The bias is still inside σ, and the lowest are
Loses route-more: an input that is not shown
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity + bias)
    chosen = np.argsort(score)[:k]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score[chosen].sum()
    return gates
