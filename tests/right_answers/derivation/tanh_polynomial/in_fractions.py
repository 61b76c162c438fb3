"""Exact numbers, in a list."""

from fractions import Fraction


def tanh_polynomial(order):
    result = [Fraction(0), Fraction(1)]
    for _ in range(order):
        slopes = [k * c for k, c in enumerate(result)][1:]
        result = [a - b for a, b in zip([*slopes, 0, 0], [0, 0, *slopes], strict=True)]
    return [Fraction(c) for c in result]
