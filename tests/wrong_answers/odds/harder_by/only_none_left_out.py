"""Loses harder_by-check: Those who solved none are left out. Leave out those
Loses harder_by-classes: Those who solved none are left out. Leave out those
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    first, second = np.array(first), np.array(second)
    keep = first | second
    return logit(np.mean(first[keep == 1])) - logit(np.mean(second[keep == 1]))
