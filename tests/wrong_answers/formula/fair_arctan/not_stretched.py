"""Loses fair_arctan-check: Stretch x"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(x) / np.pi
