"""Loses wait-check: not one more unit of z"""

import numpy as np

wait = np.exp(10)
