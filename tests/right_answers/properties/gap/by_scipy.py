import numpy as np
from scipy.special import expit


def gap(x):
    return 2 * expit(-2 * np.asarray(x))
