"""Loses falls-check: A tick too late
Loses falls-more: A tick too late"""

import numpy as np


def falls(pulses):
    before = np.concatenate([[0, 0, 0], pulses])
    return (before[:-3] * (1 - before[1:-2]))[: len(pulses)]
