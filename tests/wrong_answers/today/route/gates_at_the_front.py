"""Loses route-check: The gates stand at the front. Each belongs in the place of its
Loses route-more: element 0 is 0.112963, and 0.369959 is right
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros(len(score))
    gates[:k] = score[chosen] / score[chosen].sum()
    return gates
