import numpy as np


def fair_arctan(x):
    z = np.asarray(x, dtype=np.float32)
    return np.float32(0.5) + np.arctan(np.float32(np.pi / 4) * z) / np.float32(np.pi)
