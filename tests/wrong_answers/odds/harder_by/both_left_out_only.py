"""Loses harder_by-check: Those who solved both are left out. Leave out those who solved
Loses harder_by-classes: Those who solved both are left out. Leave out those who solved
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    use = ~((first == 1) & (second == 1))
    return logit(np.mean(first[use])) - logit(np.mean(second[use]))
