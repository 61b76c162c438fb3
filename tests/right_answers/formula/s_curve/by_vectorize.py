import numpy as np


@np.vectorize
def s_curve(x, ceiling, steepness, midpoint):
    import math

    return ceiling / (1 + math.exp(-steepness * (x - midpoint)))
