import math
from statistics import NormalDist

import numpy as np


def link_factor(p):
    if np.ndim(p):
        return [link_factor(one) for one in p]
    p = float(p)
    if p == 0.5:
        return math.sqrt(8 / math.pi)
    return math.log(p / (1 - p)) / NormalDist().inv_cdf(p)
