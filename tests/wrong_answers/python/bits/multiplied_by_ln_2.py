"""Loses bits-check: 1 begins at p ln 2: divide 5.5625 by ln 2"""

import numpy as np

bits = round(5.5625 * np.log(2))
zero_at = -92.9
