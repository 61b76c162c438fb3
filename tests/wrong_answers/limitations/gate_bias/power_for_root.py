"""Loses gate_bias-check: The gate is the root of the share, not its power: divide by the
Loses gate_bias-long: `gate_bias(0.5, 1e+12)` gives -inf, and 27.99753404 is right. It
"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(np.expm1(-np.log(share) * steps))
