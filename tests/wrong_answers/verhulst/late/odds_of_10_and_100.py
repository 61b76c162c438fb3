"""Loses late-check: The odds are the share to the rest: 1 to 9 at 10%, 99 to 1 at"""

import numpy as np

late = 30 * np.log(100) / np.log(10)
