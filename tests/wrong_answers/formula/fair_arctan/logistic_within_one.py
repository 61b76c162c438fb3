"""Loses fair_arctan-check: `fair_arctan([-8, 0.5, 8])`: element 1 is 0.622459, and 0.619111"""

import numpy as np


def fair_arctan(x):
    y = 0.5 + np.arctan(np.pi * x / 4) / np.pi
    return np.where(np.abs(x) < 1, 1 / (1 + np.exp(-np.asarray(x, dtype=float))), y)
