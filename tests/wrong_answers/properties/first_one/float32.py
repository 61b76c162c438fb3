"""Loses first_one-check: 24 bits"""

import numpy as np

first_one = 24 * np.log(2)
