"""Loses chance-check: The probability is 0.95%, so 0.0095: you computed with 0.95"""

import numpy as np

chance = 100 * np.sqrt(0.95 * 0.05 / 10_000)
