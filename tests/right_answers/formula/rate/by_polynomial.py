import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polynomial.Polynomial.fit(t, np.log(p / (663 - p)), 1).convert().coef[1]
