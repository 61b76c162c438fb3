"""Loses gate_bias-long: `gate_bias(0.5, 700000)` gives 13.82534853, and 13.82534804 is right."""

import numpy as np


def gate_bias(share, steps):
    u = -np.log(share) / steps
    return np.where(u < 1e-6, -np.log(u), -np.log(np.expm1(u)))
