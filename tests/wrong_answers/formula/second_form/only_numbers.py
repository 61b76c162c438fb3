"""Loses second_form-check: `second_form(an array of 8)` stops with TypeError: only"""


def second_form(x):
    import math

    return math.exp(x) / (1 + math.exp(x))
