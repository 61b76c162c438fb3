"""Loses harder_by-check: Those are shares of the whole class. Only those who
Loses harder_by-classes: Those are shares of the whole class. Only those who
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    first, second = np.array(first), np.array(second)
    a, b = np.sum(first > second), np.sum(second > first)
    return logit(a / len(first)) - logit(b / len(first))
