"""Loses falls-check: That is where a pulse begins
Loses falls-more: That is where a pulse begins"""

import numpy as np


def falls(pulses):
    delay = answer = 0
    history = []
    for pulse in pulses:
        history.append(answer)
        delay, answer = pulse, int(pulse and not delay)
    return np.array(history)
