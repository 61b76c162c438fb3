"""Loses rise-check: from 5% to 95%"""

import numpy as np

rise = 2 * np.log(19)
