import numpy as np


def falls(pulses):
    return np.concatenate([[0, 0], np.diff(pulses) == -1])[: len(pulses)].astype(int)
