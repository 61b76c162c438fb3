"""Loses rise-check: At 90% the odds are 9 to 1, not 10 to 1: e⁻ˣ is 1/0.9 − 1"""

import numpy as np

rise = 2 * np.log(10)
