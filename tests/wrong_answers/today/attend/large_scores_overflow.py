"""Loses attend-count: e^1000 overflows, and ∞/∞ is no number. `logistic` takes scores"""

import numpy as np


def attend(scores, values):
    n = scores.shape[1]
    e = np.exp(scores)
    return (e / (e + n)) @ values
