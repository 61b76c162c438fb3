"""Loses bits-check: M is whole: 88.5/ln 2 is 127.7, and M is 128"""

import numpy as np

bits = 8
M = 88.5 / np.log(2)
zero_at = -(M + 8 - 2) * np.log(2)
