"""Loses second_form-check: 3, 4])` stops with TypeError: only"""


def second_form(x):
    import math

    return math.exp(x) / (1 + math.exp(x))
