"""Loses bits-check: M is whole: 89/ln 2 is 128.4, and M is 128"""

import numpy as np

bits = 8
M = 89 / np.log(2)
zero_at = -(M + 8 - 2) * np.log(2)
