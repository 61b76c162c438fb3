"""Loses rise-check: `rise` is 1.90849"""

import numpy as np

rise = 2 * np.log10(9)
