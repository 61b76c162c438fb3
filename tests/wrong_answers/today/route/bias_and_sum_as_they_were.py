"""Loses route-check: The order is mended. The bias is still inside σ, and the sum
Loses route-more: an input that is not shown
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity + bias)
    chosen = np.argsort(score)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / score.sum()
    return gates
