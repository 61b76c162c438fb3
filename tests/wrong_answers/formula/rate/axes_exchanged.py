"""Loses rate-check: exchange the two axes"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(np.log(p / (663 - p)), t, 1)[0]
