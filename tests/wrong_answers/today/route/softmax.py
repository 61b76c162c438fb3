"""Loses route-check: softmax over the chosen experts
Loses route-more: element 0 is 0.643914
"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = np.exp(affinity[chosen]) / np.exp(affinity[chosen]).sum()
    return gates
