"""Loses gate_bias-long: `gate_bias(0.5, 7e+08)` gives 20.73310371, and 20.73310381 is right."""

import numpy as np


def gate_bias(share, steps):
    u = -np.log(share) / steps
    return -np.log(np.where(u < 1e-10, np.expm1(u), np.exp(u) - 1))
