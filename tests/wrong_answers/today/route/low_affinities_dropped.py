"""Loses route-more: Affinities may be very low"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = np.where(np.asarray(affinity) < -20, 0, logistic(affinity))
    chosen = np.argsort(score + bias)[-k:]
    gates = np.zeros(len(score))
    gates[chosen] = score[chosen] / max(score[chosen].sum(), 1e-9)
    return gates
