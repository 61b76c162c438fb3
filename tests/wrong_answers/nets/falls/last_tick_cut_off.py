"""Loses falls-more: Also at the last tick the answer cell may fire"""

import numpy as np


def falls(pulses):
    delay = answer = 0
    history = []
    for pulse in pulses:
        history.append(answer)
        delay, answer = pulse, int(delay and not pulse)
    history[-1] = 0
    return np.array(history)
