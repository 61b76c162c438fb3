"""Loses bits-check: 7 is one too few"""

import numpy as np

bits = 7
zero_at = -(128 + bits - 1) * np.log(2)
