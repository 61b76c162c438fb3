"""Loses falls-check: At ticks 0 and 1 `pulses[t - 2]` and `pulses[t - 1]`
Loses falls-more: At ticks 0 and 1 `pulses[t - 2]` and `pulses[t - 1]`
"""

import numpy as np


def falls(pulses):
    return np.array([int(pulses[t - 2] == 1 and pulses[t - 1] == 0) for t in range(len(pulses))])
