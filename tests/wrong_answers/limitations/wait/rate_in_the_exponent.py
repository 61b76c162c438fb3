"""Loses wait-check: The rate multiplies the step, not z: it does not stand in the"""

import numpy as np

wait = np.exp(9 / 0.5)
