"""Loses harder_by-check: The sign is wrong
Loses harder_by-classes: gives -0.405465
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    one = first != second
    return logit(np.mean(second[one]))
