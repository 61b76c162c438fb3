"""Loses rate-check: how much room is left"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(t, np.log(p), 1)[0]
