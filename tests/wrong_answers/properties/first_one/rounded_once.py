"""Loses first_one-check: rounded once"""

import numpy as np

first_one = 12 * np.log(2)
