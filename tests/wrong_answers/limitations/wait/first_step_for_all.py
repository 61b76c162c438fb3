"""Loses wait-check: later steps are longer"""

import numpy as np

s = 1 / (1 + np.exp(9))
wait = 9 / (0.5 * s * (1 - s))
