"""Loses bits-check: `zero_at` is -40.33"""

import numpy as np

bits = 8
zero_at = -(128 + bits - 2) * np.log10(2)
