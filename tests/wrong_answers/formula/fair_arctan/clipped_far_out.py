"""Loses fair_arctan-check: wrong at an input that is not shown"""

import numpy as np


def fair_arctan(x):
    y = 0.5 + np.arctan(np.pi * x / 4) / np.pi
    return np.where(np.abs(x) > 40, np.round(y), y)
