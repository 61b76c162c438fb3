import numpy as np


def harder_by(first, second):
    a, b = np.asarray(first, dtype=np.float32), np.asarray(second, dtype=np.float32)
    return np.log(np.sum(a * (1 - b)) / np.sum(b * (1 - a)))
