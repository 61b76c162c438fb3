"""Loses rate-check: `rate` is 1.8"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(np.log(p / (665 - p)), t, 1)[0]
