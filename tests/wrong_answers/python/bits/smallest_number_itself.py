"""Loses bits-check: It rounds to 0 from half of it on"""

import numpy as np

bits = 8
zero_at = -(128 + bits - 3) * np.log(2)
