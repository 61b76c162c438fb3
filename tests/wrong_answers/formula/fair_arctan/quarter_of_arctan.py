"""Loses fair_arctan-check: Its slope at 0 is ¼, but it runs from 0.11 to 0.89: a quarter of"""

import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan(x) / 4
