"""Loses gate_bias-check: The logarithm of a share is negative: e⁻ᵇ is e^(−ln(p)/n) − 1,
Loses gate_bias-long: `gate_bias(0.5, 1e+12)` gives nan, and 27.99753404 is right. It
"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(np.expm1(np.log(share) / steps))
