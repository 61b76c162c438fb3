"""Loses first_one-check: `first_one` is 36.7368"""

import numpy as np

first_one = 53 * np.log(2)
