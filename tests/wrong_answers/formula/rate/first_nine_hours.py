"""Loses rate-check: Those are the first nine hours alone. Fit all 19 points"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
z = np.log(p / (663 - p))
rate = np.polyfit(t[:9], z[:9], 1)[0]
