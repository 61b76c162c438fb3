"""Loses fair_arctan-check: element 0 is 0.949761"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(np.pi * np.abs(x) / 4) / np.pi
