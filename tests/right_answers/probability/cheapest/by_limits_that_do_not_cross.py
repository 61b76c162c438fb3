import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    alone = alarm / (alarm + miss)
    low, high = min(refer / miss, alone), max(1 - refer / alarm, alone)
    return np.where(p < low, 0, np.where(p > high, 1, 2))
