"""Loses bits-check: One bit is not stored"""

import numpy as np

bits = 7
zero_at = -(128 + bits - 1) * np.log(2)
