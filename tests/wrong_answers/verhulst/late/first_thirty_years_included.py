"""Loses late-check: the first 30 years included"""

import numpy as np

late = 30 + 30 * np.log(99) / np.log(9)
