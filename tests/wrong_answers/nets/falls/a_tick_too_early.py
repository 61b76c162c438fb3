"""Loses falls-check: A tick too early
Loses falls-more: A tick too early"""

import numpy as np


def falls(pulses):
    delay = answer = 0
    history = []
    for pulse in pulses:
        delay, answer = pulse, int(delay and not pulse)
        history.append(answer)
    return np.array(history)
