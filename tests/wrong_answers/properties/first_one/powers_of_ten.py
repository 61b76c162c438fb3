"""Loses first_one-check: not of 10"""

import numpy as np

first_one = 11 * np.log(10)
