"""Loses gate_bias-check: stops with TypeError
Loses gate_bias-long: stops with TypeError
"""

import math


def gate_bias(share, steps):
    return -math.log(math.expm1(-math.log(share) / steps))
