"""Loses first_one-check: overflows"""

import numpy as np

first_one = np.log(65520)
