"""Loses temperature-check: Only T may change"""

import numpy as np
from scipy import optimize

from sigmoids import datasets

X, labels, features = datasets.load_breast_cancer()
radius = X[:, features.index("mean_radius")]
score = 5 * (radius - 15)


def loss_at(line):
    z = line[0] * (radius - 15) + line[1]
    return np.mean(np.logaddexp(0, z) - labels * z)


temperature = 5 / optimize.minimize(loss_at, [0, 0]).x[0]
