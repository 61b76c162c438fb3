"""Loses first_one-check: That is float64, the chapter's example, which has 53 bits"""

import numpy as np

first_one = 53 * np.log(2)
