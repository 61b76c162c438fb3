"""Loses falls-check: Before tick 0 all is silent: the end does not come
Loses falls-more: the end does not come round
"""

import numpy as np


def falls(pulses):
    return np.roll(pulses, 2) * (1 - np.roll(pulses, 1))
