"""Loses bits-check: That is −(M + p) ln 2"""

import numpy as np

bits = 8
zero_at = -(128 + 8) * np.log(2)
