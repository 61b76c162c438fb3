"""Loses fair_arctan-check: Halve it"""

import numpy as np


def fair_arctan(x):
    return 2 * np.arctan(np.pi * x / 4) / np.pi
