"""Loses fastest-check: at that pace"""

import numpy as np

fastest = np.log(1.27) * 1000 / 4
