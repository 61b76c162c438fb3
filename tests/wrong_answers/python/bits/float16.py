"""Loses bits-check: That is float16's number"""

import numpy as np

bits = 11
zero_at = -(16 + 11 - 2) * np.log(2)
