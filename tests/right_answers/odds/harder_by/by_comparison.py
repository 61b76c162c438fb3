import numpy as np


def harder_by(first, second):
    return np.log(np.sum(first > second)) - np.log(np.sum(second > first))
