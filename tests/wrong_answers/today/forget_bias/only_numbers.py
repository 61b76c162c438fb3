"""Loses forget_bias-check: That is right for a number and stops at an array. `math` and `if`
Loses forget_bias-long: stops with TypeError
"""

import math


def forget_bias(steps):
    return -math.log(math.expm1(math.log(2) / steps))
