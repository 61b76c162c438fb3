import numpy as np


def fair_arctan(x):
    return 0.5 + np.arctan2(np.pi * x, 4) / np.pi
