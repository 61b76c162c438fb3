"""Loses route-check: Among equal sums, too, no more than `k` are chosen: `route([1, 1"""

import numpy as np

from sigmoids.functions import logistic


def route(affinity, bias, k):
    score = logistic(affinity)
    total = score + bias
    mask = total >= np.sort(total)[-k]
    return np.where(mask, score, 0) / score[mask].sum()
