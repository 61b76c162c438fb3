"""Loses rate-check: That is the line through the first and the last point alone. Fit"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
z = np.log(p / (663 - p))
rate = (z[-1] - z[0]) / (t[-1] - t[0])
