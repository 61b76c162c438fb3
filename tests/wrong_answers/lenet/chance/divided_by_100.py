"""Loses chance-check: A fraction is multiplied by 100 to give percentage points: you"""

import numpy as np

chance = 0.01 * np.sqrt(0.0095 * 0.9905 / 10_000)
