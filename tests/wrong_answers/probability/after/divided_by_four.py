"""Loses after-check: not for three"""

import numpy as np

after = 0.2 + 3 * np.log(2) / 4
