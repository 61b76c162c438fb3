"""Loses fair_arctan-check: Its slope at 0 is 1, not ¼"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(np.pi * x) / np.pi
