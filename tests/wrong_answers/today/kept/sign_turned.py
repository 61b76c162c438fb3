"""Loses kept-check: The gate is σ(3). You took σ(−3): mind the sign of the exponent"""

import numpy as np

kept = (1 / (1 + np.exp(3))) ** 20
