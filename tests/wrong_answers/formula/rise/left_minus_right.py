"""Loses rise-check: A width is positive: take the right end minus the left one"""

import numpy as np

rise = -2 * np.log(9)
