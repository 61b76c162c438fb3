"""Loses rate-check: the intercept"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(t, np.log(p / (663 - p)), 1)[1]
