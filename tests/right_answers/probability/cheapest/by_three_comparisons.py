import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    benign, malignant = miss * p, alarm * (1 - p)
    asked = refer < np.minimum(benign, malignant)
    return np.where(asked, 2, np.where(malignant < benign, 1, 0))
