"""Loses rate-check: log₁₀"""

import numpy as np

from sigmoids import datasets

t, p = datasets.load_carlson()
rate = np.polyfit(t, np.log10(p / (663 - p)), 1)[0]
