import numpy as np


def falls(pulses):
    x = np.concatenate([[0, 0], pulses])
    return (x[:-2] * (1 - x[1:-1]))[: len(pulses)]
