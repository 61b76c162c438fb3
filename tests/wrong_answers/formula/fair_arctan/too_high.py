"""Loses fair_arctan-check: does not run from 0 to 1"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(x / 4)
