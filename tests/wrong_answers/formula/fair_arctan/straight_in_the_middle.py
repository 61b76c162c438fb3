"""Loses fair_arctan-check: `fair_arctan(1)` gives 0.75"""

import numpy as np


def fair_arctan(x):
    y = 0.5 + np.arctan(np.pi * x / 4) / np.pi
    return np.where(np.abs(x) <= 1, 0.5 + x / 4, y)
