"""Loses gap-check: Between the middle and the far tail"""

import numpy as np


def gap(x):
    return np.where(np.asarray(x) > 15, 2 * np.exp(-2.0 * x), 1 - np.tanh(x))
