"""Loses fair_arctan-check: you divided where you have to multiply"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(4 * x / np.pi) / np.pi
