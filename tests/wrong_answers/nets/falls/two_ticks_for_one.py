"""Loses falls-check: As many ticks come back as go in, also where that is
Loses falls-more: As many ticks come back as go in, also where that is
"""

import numpy as np


def falls(pulses):
    return np.concatenate([[0, 0], pulses[:-2] * (1 - pulses[1:-1])])
