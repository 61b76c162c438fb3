"""Loses fair_arctan-check: Its slope at 0 is ½: the chapter's curve from −1 to 1, of slope"""

import numpy as np


def fair_arctan(x):
    return (1 + 2 / np.pi * np.arctan(np.pi * x / 2)) / 2
