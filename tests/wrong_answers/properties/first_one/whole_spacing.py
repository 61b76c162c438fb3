"""Loses first_one-check: half of it"""

import numpy as np

first_one = 10 * np.log(2)
