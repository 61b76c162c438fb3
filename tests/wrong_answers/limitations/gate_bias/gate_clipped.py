"""Loses gate_bias-long: For a long or a short memory"""

import numpy as np


def gate_bias(share, steps):
    f = np.clip(share ** (1 / steps), 1e-15, 1 - 1e-7)
    return np.log(f / (1 - f))
