"""Loses rate-check: Your odds are upside down, so the line falls: amount to rest,"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(t, np.log((663 - p) / p), 1)[0]
