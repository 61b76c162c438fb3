"""Loses falls-more: not the first alone"""

import numpy as np


def falls(pulses):
    delay = answer = 0
    history = []
    for pulse in pulses:
        history.append(answer)
        delay, answer = pulse, int(delay and not pulse and not any(history))
    return np.array(history)
