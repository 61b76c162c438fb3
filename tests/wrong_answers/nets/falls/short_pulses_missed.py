"""Loses falls-check: element 2 is 0
Loses falls-more: A pulse may last one tick only
"""

import numpy as np


def falls(pulses):
    x = np.concatenate([[0, 0, 0], pulses])
    return x[:-3] * x[1:-2] * (1 - x[2:-1])
