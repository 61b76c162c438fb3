"""Loses harder_by-check: Who solved both questions is still counted
Loses harder_by-classes: Who solved both questions is still counted. Such a
"""

import numpy as np


def harder_by(first, second):
    return np.log(np.sum(first) / np.sum(second))
