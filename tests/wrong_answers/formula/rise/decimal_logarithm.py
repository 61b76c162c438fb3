"""Loses rise-check: That is with log₁₀"""

import numpy as np

rise = 2 * np.log10(9)
