"""Loses first_one-check: That is the logarithm to base 10"""

import numpy as np

first_one = 11 * np.log10(2)
