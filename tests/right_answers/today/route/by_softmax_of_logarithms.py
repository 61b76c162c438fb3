import numpy as np
from scipy.special import log_expit, softmax


def route(affinity, bias, k):
    s = log_expit(np.asarray(affinity, dtype=float))
    rank = np.argsort(np.argsort(-(np.exp(s) + bias)))
    return softmax(np.where(rank < k, s, -np.inf))
