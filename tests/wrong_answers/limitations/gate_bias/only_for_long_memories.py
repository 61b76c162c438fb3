"""Loses gate_bias-check: For long memories that is nearly right, but e^u − 1 is not u
Loses gate_bias-long: `gate_bias(1e-30, 1)` gives -4.235229827, and -69.07755279 is
"""

import numpy as np


def gate_bias(share, steps):
    return -np.log(-np.log(share) / steps)
