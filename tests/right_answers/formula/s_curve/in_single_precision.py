import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    z = np.float32(steepness) * (np.asarray(x, dtype=np.float32) - np.float32(midpoint))
    return np.float32(ceiling) / (1 + np.exp(-z))
