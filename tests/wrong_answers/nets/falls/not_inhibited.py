"""Loses falls-check: Nothing inhibits
Loses falls-more: Nothing inhibits"""

import numpy as np


def falls(pulses):
    delay = answer = 0
    history = []
    for pulse in pulses:
        history.append(answer)
        delay, answer = pulse, int(delay)
    return np.array(history)
