"""Loses wait-check: `wait` is 90.0171: that is not right"""

import numpy as np

wait = np.exp(4.5)
