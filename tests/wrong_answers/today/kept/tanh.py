"""Loses kept-check: The gate's curve is σ"""

import numpy as np

kept = np.tanh(3.0) ** 20
