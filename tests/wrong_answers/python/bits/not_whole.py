"""Loses bits-check: the number of bits is whole"""

import numpy as np

bits = 5.5625 / np.log(2)
zero_at = -(128 + bits - 2) * np.log(2)
