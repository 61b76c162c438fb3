"""Loses falls-check: That is where a pulse begins. The delay excites the
Loses falls-more: That is where a pulse begins. The delay excites the
"""

import numpy as np


def falls(pulses):
    out = np.zeros(len(pulses), int)
    out[2:] = pulses[1:-1] * (1 - pulses[:-2])
    return out
