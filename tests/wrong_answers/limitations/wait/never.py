"""Loses wait-check: `wait` is inf"""

import numpy as np

wait = np.inf
