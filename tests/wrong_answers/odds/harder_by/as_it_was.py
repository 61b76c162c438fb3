"""Loses harder_by-check: what the class solved
Loses harder_by-classes: gives 0.575364
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    return logit(np.mean(first)) - logit(np.mean(second))
