"""Loses falls-check: The input that inhibits is that of one tick before
Loses falls-more: The input that inhibits is that of one tick before
"""

import numpy as np


def falls(pulses):
    out = np.zeros(len(pulses), int)
    out[2:] = (pulses[:-2] == 1) & (pulses[2:] == 0)
    return out
