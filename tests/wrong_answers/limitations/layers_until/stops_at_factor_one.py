"""Loses layers_until-edges: `layers_until(1, 0.5)` stops with ZeroDivisionError: float"""

import math


def layers_until(factor, limit):
    if factor > 1:
        return 0
    return int(math.log(limit) / math.log(factor) + 1e-9) + 2
