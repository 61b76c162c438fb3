"""Loses temperature-check: that is not right"""

from sigmoids import datasets

X, labels, features = datasets.load_breast_cancer()
radius = X[:, features.index("mean_radius")]
score = 5 * (radius - 15)


temperature = score.std()
