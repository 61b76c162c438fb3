"""Loses wait-check: the wait at rate 1"""

import numpy as np

wait = np.exp(9)
