import numpy as np


def attend(scores, values):
    n = len(values)
    return 1 / (1 + n * np.exp(-np.asarray(scores, dtype=float))) @ values
