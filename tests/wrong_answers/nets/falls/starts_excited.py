"""Loses falls-check: element 1 is 1, and 0 is right
Loses falls-more: an input that is not shown
"""

import numpy as np


def falls(pulses):
    delay, answer = pulses[-1], 0
    history = []
    for pulse in pulses:
        history.append(answer)
        delay, answer = pulse, int(delay and not pulse)
    return np.array(history)
