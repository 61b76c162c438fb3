"""Loses rate-check: That is the slope of the odds. It is their logarithm that lies on"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(t, p / (663 - p), 1)[0]
