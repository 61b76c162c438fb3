"""Loses tanh_polynomial-check: stops with IndexError
Loses tanh_polynomial-higher: stops with IndexError
"""


def tanh_polynomial(order):
    table = [[0, 1], [1, 0, -1], [0, -2, 0, 2], [-2, 0, 8, 0, -6], [0, 16, 0, -40, 0, 24]]
    return table[order]
