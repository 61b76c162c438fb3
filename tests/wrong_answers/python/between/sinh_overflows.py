"""Loses between-digits: sinh and cosh overflow"""

import numpy as np


def between(a, b):
    return np.sinh((b - a) / 2) / (2 * np.cosh(a / 2) * np.cosh(b / 2))
