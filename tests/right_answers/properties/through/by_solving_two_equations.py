import numpy as np
from scipy import special


def through(x1, s1, x2, s2):
    k, b = np.linalg.solve([[x1, 1], [x2, 1]], special.logit([s1, s2]))
    return k, -b / k
