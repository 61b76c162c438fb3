"""Loses fair_arctan-check: `fair_arctan([-8, 0.5, 8])` stops with TypeError: only"""


def fair_arctan(x):
    import math

    return 0.5 + math.atan(math.pi * x / 4) / math.pi
