"""Loses fair_arctan-check: element 0 is 0, and 0.00040528 is right"""

import numpy as np


def fair_arctan(x):
    y = 0.5 + np.arctan(np.pi * x / 4) / np.pi
    return np.where(np.abs(x) > 40, np.round(y), y)
