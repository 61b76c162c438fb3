"""Loses falls-check: The answer cell never fires. Both cells change at
Loses falls-more: The answer cell never fires. Both cells change at
"""

import numpy as np


def falls(pulses):
    delay = answer = 0
    out = []
    for now in pulses:
        delay = now
        answer = int(delay and not now)
        out.append(answer)
    return np.array(out)
