"""Loses wait-check: not shorter"""

import numpy as np

wait = 0.5 * np.exp(9)
