import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling * (1 + np.tanh(steepness * (x - midpoint) / 2)) / 2
