"""Loses temperature-check: The least loss is elsewhere"""

import numpy as np
from scipy import optimize

from sigmoids import datasets
from sigmoids.functions import logistic

X, labels, features = datasets.load_breast_cancer()
radius = X[:, features.index("mean_radius")]
score = 5 * (radius - 15)


def excess(T):
    return np.mean(logistic(score / T) - labels)


temperature = optimize.brentq(excess, 1, 20)
