import numpy as np

from sigmoids.functions import logistic, logit


def to_population(p, kept):
    return logistic(logit(p) + np.log(kept))
