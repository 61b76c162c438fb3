import numpy as np
from scipy.special import logsumexp


def map_loss(penalties, digit, j):
    return penalties[digit] + logsumexp(-np.append(penalties, j))
