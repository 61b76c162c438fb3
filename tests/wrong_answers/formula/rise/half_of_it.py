"""Loses rise-check: half of it"""

import numpy as np

rise = np.log(9)
