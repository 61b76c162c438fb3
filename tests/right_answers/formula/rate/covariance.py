import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
z = np.log(p / (663 - p))
rate = np.cov(t, z)[0, 1] / np.var(t, ddof=1)
