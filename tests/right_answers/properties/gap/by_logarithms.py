import numpy as np
from scipy import special


def gap(x):
    return np.exp(np.log(2) + special.log_expit(-2 * np.asarray(x, dtype=float)))
