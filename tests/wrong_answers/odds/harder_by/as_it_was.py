"""Loses harder_by-check: what the class solved
Loses harder_by-classes: That compares what the class solved. Which pupils
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    return logit(np.mean(first)) - logit(np.mean(second))
