"""Loses gate_bias-check: The log-odds of the share are not spread over the steps; its
Loses gate_bias-long: `gate_bias(0.5, 1e+12)` gives 0, and 27.99753404 is right. For a
"""

import numpy as np


def gate_bias(share, steps):
    return np.log(share / (1 - share)) / steps
