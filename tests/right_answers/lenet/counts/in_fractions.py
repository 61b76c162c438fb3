from fractions import Fraction as F

import numpy as np


def counts(seen, size, places):
    n = F(size) ** 2 * int(np.sum(seen)) + len(seen)
    return n, n * places
