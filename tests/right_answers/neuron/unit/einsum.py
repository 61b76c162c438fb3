import numpy as np

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(np.einsum("...i,i->...", X, w) + b)
