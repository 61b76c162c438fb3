"""Loses fair_arctan-check: It runs from −½ to ½. Lift it by ½"""

import numpy as np


def fair_arctan(x):
    return np.arctan(np.pi * x / 4) / np.pi
