"""Loses chance-check: That is the half-width of a 95% interval. One standard deviation"""

import numpy as np

chance = 1.96 * 100 * np.sqrt(0.0095 * 0.9905 / 10_000)
