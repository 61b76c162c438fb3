import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    e = np.exp(steepness * (np.asarray(x) - midpoint))
    return ceiling * e / (1 + e)
