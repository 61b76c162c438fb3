import numpy as np

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    up = s2 > s1
    lo, hi = min(s1, s2), max(s1, s2)
    r = np.log1p((hi - lo) / (lo * (1 - hi)))
    k = (r if up else -r) / (x2 - x1)
    return k, x1 - logit(s1) / k
