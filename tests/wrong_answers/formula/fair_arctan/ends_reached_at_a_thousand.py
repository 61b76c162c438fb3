"""Loses fair_arctan-check: `fair_arctan([-1000, 1000])`: element 1 is 1, and 0.999595 is right"""

import numpy as np


def fair_arctan(x):
    y = 0.5 + np.arctan(np.pi * x / 4) / np.pi
    return np.where(np.asarray(x) >= 1000, 1.0, y)
