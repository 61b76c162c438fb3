import numpy as np


def layer_gradient(h, s, g):
    total = np.zeros((h.shape[1], s.shape[1]))
    for one, out, above in zip(h, s, g, strict=True):
        total += np.outer(one, above * out * (1 - out))
    return total
