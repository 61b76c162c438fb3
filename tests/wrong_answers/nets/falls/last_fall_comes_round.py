"""Loses falls-check: element 0 is 1, and 0 is right
Loses falls-more: Before tick 0 all is silent: the end does not come
"""

import numpy as np


def falls(pulses):
    return np.roll(np.diff(pulses, prepend=0) == -1, 1).astype(int)
