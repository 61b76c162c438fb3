"""Loses harder_by-check: That is twice too much. Among those who solved one
Loses harder_by-classes: That is twice too much. Among those who solved one
"""

import numpy as np

from sigmoids.functions import logit


def harder_by(first, second):
    first, second = np.array(first), np.array(second)
    one = first != second
    return logit(np.mean(first[one])) - logit(np.mean(second[one]))
