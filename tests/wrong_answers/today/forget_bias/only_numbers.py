"""Loses forget_bias-check: stops with TypeError
Loses forget_bias-long: stops with TypeError
"""

import math


def forget_bias(steps):
    return -math.log(math.expm1(math.log(2) / steps))
