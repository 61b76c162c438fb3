"""Loses bits-check: The logarithm is the natural one"""

import numpy as np

bits = 8
zero_at = -(128 + bits - 2) * np.log10(2)
