"""Loses rate-check: `rate`: an array of 2 came back, and one number is wanted"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(t, np.log(p / (663 - p)), 1)
