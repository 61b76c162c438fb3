"""Loses late-check: would be exponential growth"""

import numpy as np

late = 30 * np.log(0.99 / 0.5) / np.log(5)
