import numpy as np


def fair_arctan(x):
    return 1 - np.arctan2(4, np.pi * np.asarray(x, dtype=float)) / np.pi
