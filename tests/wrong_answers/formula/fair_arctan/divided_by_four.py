"""Loses fair_arctan-check: The slope is 1/(4π) at 0: the factor 1/π, which sets the height,"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(x / 4) / np.pi
