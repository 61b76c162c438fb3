"""Loses after-check: adds to the log-odds"""

import numpy as np

after = 0.2 + 3 * np.log(2)
