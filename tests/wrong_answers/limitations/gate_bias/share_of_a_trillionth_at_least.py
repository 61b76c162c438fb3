"""Loses gate_bias-long: `gate_bias(1e-30, 1)` gives -27.63102112, and -69.07755279 is"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(np.expm1(-np.log(np.maximum(share, 1e-12)) / steps))
