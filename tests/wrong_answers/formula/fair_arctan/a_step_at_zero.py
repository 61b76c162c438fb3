"""Loses fair_arctan-check: `fair_arctan(0)` gives 1, and 0.5 is right"""

import numpy as np


def fair_arctan(x):
    return np.where(np.asarray(x) == 0, 1.0, 0.5 + np.arctan(np.pi * x / 4) / np.pi)
