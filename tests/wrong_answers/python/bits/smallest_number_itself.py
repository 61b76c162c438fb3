"""Loses bits-check: −133 ln 2 is one factor of 2 too early"""

import numpy as np

bits = 8
zero_at = -(128 + bits - 3) * np.log(2)
