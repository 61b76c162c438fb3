import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    rank = np.argsort(np.argsort(-(score + bias)))
    gates = np.where(rank < k, score, 0)
    return gates / gates.sum()
