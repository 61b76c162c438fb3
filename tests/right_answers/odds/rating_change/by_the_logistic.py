import numpy as np

from sigmoids.functions import logistic


def rating_change(own, other, result, K):
    ahead = np.asarray(own, dtype=float) - other
    return K * (result - logistic(ahead * np.log(10) / 400))
