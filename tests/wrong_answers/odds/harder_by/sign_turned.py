"""Loses harder_by-check: The sign is wrong
Loses harder_by-classes: The sign is wrong: if more solved only the first, the
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    one = first != second
    return logit(np.mean(second[one]))
